import type { Frame } from '../../event/event.ts'

const CLOSURE = /^(.{1,200}?)\.func\d+(?:\.\d+)*$/

/**
 * Older Go SDKs leave the runtime's part out of the stack of a recovered panic: the deferred closure that recovered
 * then looks like the place that panicked. Its function is still running further out, with the panic in between.
 */
export function isDeferredRecover(frames: Frame[]): boolean {
  const closure = frames.at(-1)
  const owner = CLOSURE.exec(closure?.function?.slice(0, 300) ?? '')?.[1]
  if (owner === undefined) return false
  const outer = frames.slice(-60, -2)
  return outer.some((frame) => frame.function === owner && frame.module === closure?.module)
}
