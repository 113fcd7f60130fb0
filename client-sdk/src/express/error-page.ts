/** What a visitor may see. */
export interface ErrorPage {
  status: number
  message: string
  /** Leads those who run the site to the issue; absent when nothing was reported. */
  eventId: string | undefined
}

/** One page without scripts or outside resources, in the visitor's colours. */
export function renderErrorPage({ message, eventId }: ErrorPage): string {
  const reported =
    eventId === undefined
      ? ''
      : `<p>It has been reported. If you ask us about it, give us this number:</p>
<p><code>${escapeHtml(eventId)}</code></p>`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(message)}</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
code { font: 1rem ui-monospace, monospace; user-select: all; overflow-wrap: anywhere; }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(message)}</h1>
${reported}
<p><a href="/">Back to the start page</a></p>
</main>
</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
