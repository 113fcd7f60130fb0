import type { Call } from '../frames/call.ts'
import type { FingerprintPart } from '../grouping.ts'
import { describeCall } from '../site/describe-site.ts'
import { findCaller, framesInside } from '../site/find-site.ts'
import { isHelper } from '../site/helper-names.ts'
import type { ReadException } from './read-exception.ts'

/** Where it happened; and who asked, when neither the place nor the message says anything. */
export function siteParts(read: ReadException, site: Call, generic: boolean): FingerprintPart[] {
  const mayUseSource = generic || read.platform !== 'javascript'
  const sitePart: FingerprintPart = {
    name: 'site',
    value: describeCall(site, mayUseSource),
    reason: 'The innermost function of the application: every way to this error ends here.',
    exception: read.index,
    frame: site.index,
    skipped: framesInside(read.stack, site),
  }
  const caller = generic && isHelper(site.name) ? findCaller(read.stack, site) : undefined
  if (!caller) return [sitePart]
  return [
    sitePart,
    {
      name: 'caller',
      value: describeCall(caller, mayUseSource),
      reason: 'The function is a helper and the message could come from anywhere, so its caller counts too.',
      exception: read.index,
      frame: caller.index,
    },
  ]
}
