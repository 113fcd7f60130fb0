import type { Call } from '../frames/call.ts'
import type { FingerprintPart } from '../grouping.ts'
import { quoteRule } from '../rules/rule.ts'
import { describeCall } from '../site/describe-site.ts'
import { findCaller, framesInside } from '../site/find-site.ts'
import { saysLittle } from '../site/says-little.ts'
import type { ReadException } from './read-exception.ts'

/** Where it happened; and who asked, when neither the place nor the message says anything. */
export function siteParts(read: ReadException, site: Call, generic: boolean): FingerprintPart[] {
  const mayUseSource = generic || read.platform !== 'javascript'
  const sitePart: FingerprintPart = {
    name: 'site',
    value: describeCall(site, mayUseSource),
    reason: whySite(site),
    exception: read.index,
    frame: site.index,
    skipped: framesInside(read.stack, site),
  }
  const caller = generic && saysLittle(site) ? findCaller(read.stack, site) : undefined
  if (!caller) return [sitePart]
  return [
    sitePart,
    {
      name: 'caller',
      value: describeCall(caller, mayUseSource),
      reason: whyCaller(site),
      exception: read.index,
      frame: caller.index,
    },
  ]
}

function whySite({ frame: { verdict } }: Call): string {
  const owner = verdict?.owner && `; it is the application’s by ${quoteRule(verdict.owner.rule)}`
  return `The innermost function of the application: every way to this error ends here${owner ?? ''}.`
}

function whyCaller({ frame: { verdict } }: Call): string {
  const helper = verdict?.helper && `, by ${quoteRule(verdict.helper)},`
  return `The function is a helper${helper ?? ''} and the message could come from anywhere, so its caller counts too.`
}
