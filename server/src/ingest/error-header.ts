const longest = 1_000

/** Repeats what is wrong where a page and an SDK's log can read it. */
export function errorHeader(detail: string): { 'X-Sentry-Error': string } {
  return { 'X-Sentry-Error': detail.slice(0, longest).replaceAll(/[^\x20-\x7e]/g, '?') }
}
