const name = 'unhandledRejection'

/**
 * Sees rejections that a listener of the host takes. A listener changes what becomes of them, so ours is there only
 * while one of the host's is, and ahead of it: that one may end the process.
 */
export function watchTakenRejections(report: (reason: unknown) => void): () => void {
  let isThere = false
  const ours = (reason: unknown): void => report(reason)
  const onAdded = (event: string | symbol): void => {
    if (event !== name || isThere) return
    // Adding ours is told to us as well.
    isThere = true
    process.prependListener(name, ours)
  }
  const onRemoved = (event: string | symbol, listener: unknown): void => {
    if (event !== name) return
    if (listener === ours) isThere = false
    else if (isThere && process.listenerCount(name) === 1) process.off(name, ours)
  }
  if (process.listenerCount(name) > 0) onAdded(name)
  process.on('newListener', onAdded)
  process.on('removeListener', onRemoved)
  return () => {
    process.off('newListener', onAdded)
    process.off('removeListener', onRemoved)
    process.off(name, ours)
  }
}
