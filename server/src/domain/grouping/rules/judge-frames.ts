import type { Event, Frame, Stacktrace } from '../../event/event.ts'
import type { JudgedFrame, Verdict } from '../frames/verdict.ts'
import { placeOf } from './frame-texts.ts'
import { judgedStacks } from './judged-stacks.ts'
import { matchingOf, type Matching } from './match-event.ts'
import type { GroupingRules } from './rule.ts'

/**
 * The event with what the rules say of its frames; the very same event when they say nothing. Frames further out
 * than the grouping reads are judged last, for whoever looks at them, with what the budget has left.
 */
export function judgeFrames(
  event: Event,
  { onFrames }: GroupingRules,
  matching: Matching = matchingOf(event),
): Event {
  const rules = onFrames.filter((rule) => matching.matchesEvent(rule.event))
  if (rules.length === 0) return event
  const known = new Map<string, Verdict | undefined>()
  const judge = (frame: Frame): Verdict | undefined => {
    const place = placeOf(frame)
    if (!known.has(place) && !matching.isSpent()) known.set(place, verdictOn(frame, rules, matching))
    return known.get(place)
  }
  for (const frame of judgedStacks(event).flat()) judge(frame)
  return withVerdicts(event, judge)
}

/** Whose code it is and whether it is a helper are two questions; of each, the last rule that matches decides. */
function verdictOn(frame: Frame, rules: GroupingRules['onFrames'], matching: Matching): Verdict | undefined {
  let verdict: Verdict | undefined
  for (const rule of rules) {
    if (!matching.matchesFrame(rule.frame, frame)) continue
    const { kind } = rule.action
    verdict =
      kind === 'helper'
        ? { ...verdict, helper: rule }
        : { ...verdict, owner: { isOurs: kind === 'in-app', rule } }
  }
  // Half a verdict could be the opposite of the whole one.
  return matching.isSpent() ? undefined : verdict
}

function withVerdicts(event: Event, judge: (frame: Frame) => Verdict | undefined): Event {
  const exceptions = event.exception?.values.map((value) => judgeStack(value, judge))
  const threads = event.threads?.values.map((value) => judgeStack(value, judge))
  const isSame =
    (exceptions ?? []).every((value, index) => value === event.exception?.values[index]) &&
    (threads ?? []).every((value, index) => value === event.threads?.values[index])
  if (isSame) return event
  return {
    ...event,
    ...(exceptions && { exception: { values: exceptions } }),
    ...(threads && { threads: { values: threads } }),
  }
}

function judgeStack<Owner extends { stacktrace?: Stacktrace }>(
  owner: Owner,
  judge: (frame: Frame) => Verdict | undefined,
): Owner {
  const frames = owner.stacktrace?.frames
  if (frames === undefined) return owner
  // Innermost first, as everywhere: the budget is spent on what matters.
  const verdicts = frames.toReversed().map(judge).toReversed()
  if (verdicts.every((verdict) => verdict === undefined)) return owner
  const judged = frames.map((frame, index): JudgedFrame => {
    const verdict = verdicts[index]
    return verdict === undefined ? frame : { ...frame, verdict }
  })
  return { ...owner, stacktrace: { ...owner.stacktrace, frames: judged } }
}
