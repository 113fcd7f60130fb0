import { Badge } from './badge.tsx'

/** A text out of an event. It is only ever text; a web address in it can be followed, without saying from where. */
export function EventText({ text }: { text: string }) {
  if (text === '[Filtered]') return <Badge tone="muted">Filtered</Badge>
  if (!isWebAddress(text)) return text
  return (
    <a href={text} target="_blank" rel="noopener noreferrer nofollow">
      {text}
    </a>
  )
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)
}
