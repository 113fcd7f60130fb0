import { formatAgo, formatTime } from '../lib/formats.ts'

/** A time as people say it; the exact one, with its zone, in the tooltip. */
export function Time({ iso }: { iso: string }) {
  return (
    <time dateTime={iso} title={formatTime(iso)}>
      {formatAgo(iso, Date.now())}
    </time>
  )
}
