const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })
const exact = new Intl.NumberFormat('en')
const absolute = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'long' })

/** 80,412 as "80.4K". */
export function formatCount(count: number): string {
  return compact.format(count)
}

export function formatExact(count: number): string {
  return exact.format(count)
}

/** With the zone, for tooltips. */
export function formatTime(iso: string): string {
  return absolute.format(new Date(iso))
}

/** "1 event", "80,412 events". */
export function formatQuantity(count: number, one: string, several = `${one}s`): string {
  return `${exact.format(count)} ${count === 1 ? one : several}`
}

const steps: [number, string][] = [
  [365 * 86_400, 'y'],
  [30 * 86_400, 'mo'],
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
]

/** How old something is, in the largest unit that fits: "7 h old". */
export function formatAge(iso: string, now: number): string {
  const length = formatSpan(iso, now)
  return length === undefined ? 'under 1 min old' : `${length} old`
}

/** How long ago something was: "2 min ago". */
export function formatAgo(iso: string, now: number): string {
  const length = formatSpan(iso, now)
  return length === undefined ? 'just now' : `${length} ago`
}

/** undefined: under a minute. */
function formatSpan(iso: string, now: number): string | undefined {
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1_000)
  const step = steps.find(([length]) => seconds >= length)
  return step && `${Math.floor(seconds / step[0])} ${step[1]}`
}

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' })

/** "23 Nov", for axes. */
export function formatDay(ms: number): string {
  return day.format(ms)
}
