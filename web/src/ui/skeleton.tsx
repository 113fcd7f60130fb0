import classes from './skeleton.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

/** Holds the place of what is being loaded: as many boxes as will be there, as tall as they will be. */
export function Skeleton({ name, heights }: { name: string; heights: number[] }) {
  return (
    <div aria-busy className={classes.skeleton}>
      <VisuallyHidden>Loading {name}…</VisuallyHidden>
      {heights.map((height, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} style={{ height }} />
      ))}
    </div>
  )
}
