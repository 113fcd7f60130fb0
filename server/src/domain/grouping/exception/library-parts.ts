import { packageName } from '../frames/package-name.ts'
import type { FingerprintPart } from '../grouping.ts'
import type { ReadException } from './read-exception.ts'

/** None of our frames is left, as when a driver fails on a later tick: the library stands for the place. */
export function libraryParts(read: ReadException): FingerprintPart[] {
  const call = read.stack.calls.find((each) => each.origin === 'library') ?? read.stack.calls[0]
  if (!call) return []
  return [
    {
      name: 'library',
      value: packageName(call),
      reason: 'No frame is the application’s own, so the library stands for the place.',
      exception: read.index,
      frame: call.index,
    },
  ]
}
