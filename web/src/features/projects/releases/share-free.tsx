import { formatExact } from '../../../lib/formats.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { crashFree, sayShare } from './crash-free.ts'
import classes from './releases.module.css'

/** A share in numbers and as a bar; how many crashed in the tooltip. */
export function ShareFree({ all, crashed, what }: { all: number; crashed: number; what: string }) {
  const share = crashFree(all, crashed)
  if (share === undefined) {
    return (
      <>
        <span aria-hidden>–</span>
        <VisuallyHidden>No {what} were counted</VisuallyHidden>
      </>
    )
  }
  return (
    <span title={`${formatExact(crashed)} of ${formatExact(all)} ${what} crashed`}>
      {sayShare(share)}
      <progress className={classes.share} value={share} max={100} aria-hidden />
    </span>
  )
}
