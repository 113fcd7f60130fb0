import type { Event, Frame, Stacktrace } from '../../event/event.ts'
import { isRecurring, markRecurring, rememberRecurring } from '../../event/recurring.ts'
import { judgeFrames } from '../rules/judge-frames.ts'
import { noRules, type GroupingRules } from '../rules/rule.ts'
import { languageOf } from './languages/index.ts'
import { readOrigin, saidInApp, type Origin } from './origin.ts'
import type { JudgedFrame } from './verdict.ts'

/**
 * The event with our decision in every frame's in_app, which is what the grouping goes by. Does not change its input.
 * What the client said stays beside it wherever grouping the marked event would otherwise miss it.
 */
export function markInApp(event: Event, rules: GroupingRules = noRules): Event {
  const judged = rules.onFrames.length === 0 ? event : judgeFrames(event, rules)
  const marked = { ...event }
  if (judged.exception) {
    marked.exception = { values: judged.exception.values.map((value) => markStack(value, event.platform)) }
  }
  if (judged.threads) {
    marked.threads = { values: judged.threads.values.map((thread) => markStack(thread, event.platform)) }
  }
  return marked
}

function markStack<T extends { stacktrace?: Stacktrace }>(owner: T, platform: string): T {
  return owner.stacktrace ? { ...owner, stacktrace: markFrames(owner.stacktrace, platform) } : owner
}

const markFrames = rememberRecurring((stacktrace: Stacktrace, platform: string): Stacktrace => {
  const frames: JudgedFrame[] = stacktrace.frames
  const origins = frames.map((frame) => readOrigin(frame, languageOf(frame.platform ?? platform)))
  const ours: Origin = origins.includes('app') ? 'app' : 'outside'
  const marked = frames.map(({ verdict, ...frame }, index): Frame => {
    const isOurs = origins[index] === ours
    const plain = verdict ? readOrigin(frame, languageOf(frame.platform ?? platform)) : origins[index]
    return { ...frame, in_app: isOurs, ...keepSaid(frame, isOurs, plain) }
  })
  if (isRecurring(stacktrace)) markRecurring(marked)
  return { ...stacktrace, frames: marked }
})

/** Paths say the same again whenever they are read; where the client's word counts, it must not be lost. */
function keepSaid(frame: Frame, isOurs: boolean, plain: Origin | undefined): Pick<Frame, 'client_in_app'> {
  const said = saidInApp(frame) !== false
  return said === isOurs || plain === 'library' || plain === 'runtime' ? {} : { client_in_app: said }
}
