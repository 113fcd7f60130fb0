import type { FingerprintPart } from '../grouping.ts'
import { survivingName } from '../site/minified.ts'
import type { ReadException } from './read-exception.ts'

/** Line, column, file and most names change with every build; the rest is message and what minifiers leave alone. */
export function minifiedParts(read: ReadException, generic: boolean): FingerprintPart[] {
  const call = generic ? survivingName(read.stack.calls) : undefined
  if (!call) return []
  return [
    {
      name: 'surviving name',
      value: call.name,
      reason:
        'The code is minified and the message could come from anywhere; this is the first name left unmangled.',
      exception: read.index,
      frame: call.index,
    },
  ]
}
