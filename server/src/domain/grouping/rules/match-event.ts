import { eventTags } from '../../event/event-tags.ts'
import type { Event, Exception, Frame } from '../../event/event.ts'
import { matchesGlob, type Budget } from '../../filters/matches-glob.ts'
import { frameTexts, placeOf } from './frame-texts.ts'
import { judgedStacks } from './judged-stacks.ts'
import type { EventField, EventMatcher, FrameMatcher, Glob } from './rule.ts'

const longestText = 8_192
/** A hundred exceptions with a message each must not cost a hundred times what one does. */
const mostTexts = 32

/** Of all rules on one event: a few milliseconds. */
const mostSteps = 250_000
/** A search for the part of a glob that is a plain text, in the steps of the matcher. */
const stepsOfSearch = 8

/** Answers what rules ask of one event. It reads each field of it once, and only when some rule asks. */
export interface Matching {
  matchesEvent(matchers: EventMatcher[]): boolean
  /** Whether all hold of this one frame. */
  matchesFrame(matchers: FrameMatcher[], frame: Frame): boolean
  /** Whether there is a frame of which all hold. */
  matchesAnyFrame(matchers: FrameMatcher[]): boolean
  /** Nothing matches any more. */
  isSpent(): boolean
}

/**
 * All rules on one event share a budget: five hundred rules on ten thousand frames would hold up everybody's events.
 * What is beyond it matches nothing. The order of the work is fixed, so an event always gets the same answers.
 */
export function matchingOf(event: Event): Matching {
  const budget: Budget = { steps: mostSteps }
  const known = new Map<string, string[]>()
  const textsOf = (matcher: EventMatcher): string[] => {
    const key = matcher.of === 'tags' ? `tags.${matcher.key}` : matcher.of
    const texts = known.get(key) ?? eventTexts(event, matcher).map(fold)
    known.set(key, texts)
    return texts
  }
  const framesTexts = frameTexts(event.platform)
  let frames: Frame[] | undefined
  const matchesFrame = (matchers: FrameMatcher[], frame: Frame): boolean =>
    matchers.every(
      ({ of, glob, negated }) =>
        matchesTexts(glob, framesTexts(frame, of), budget) === (negated ? 'no' : 'yes'),
    )
  return {
    matchesEvent: (matchers) =>
      matchers.every(
        (matcher) =>
          matchesTexts(matcher.glob, textsOf(matcher), budget) === (matcher.negated ? 'no' : 'yes'),
      ),
    matchesFrame,
    matchesAnyFrame: (matchers) =>
      matchers.length === 0 ||
      (budget.steps > 0 && (frames ??= distinctFrames(event)).some((frame) => matchesFrame(matchers, frame))),
    isSpent: () => budget.steps <= 0,
  }
}

function distinctFrames(event: Event): Frame[] {
  const frames = judgedStacks(event).flat()
  return [...new Map(frames.map((frame) => [placeOf(frame), frame])).values()]
}

/** 'unknown' when the budget is used up: then neither a matcher holds nor its opposite. */
function matchesTexts({ pattern, part }: Glob, texts: string[], budget: Budget): 'yes' | 'no' | 'unknown' {
  for (const text of texts) {
    budget.steps -= stepsOfSearch + text.length / 64
    if (budget.steps <= 0) return 'unknown'
    if (text.includes(part) && matchesGlob(pattern, text, budget)) return 'yes'
  }
  return budget.steps <= 0 ? 'unknown' : 'no'
}

function eventTexts(event: Event, matcher: { of: EventField } | { of: 'tags'; key: string }): string[] {
  // The captured one first: of a long chain, not everything is read.
  const exceptions = (event.exception?.values ?? []).toReversed()
  if (matcher.of === 'tags') return present([tagOf(eventTags(event), matcher.key)])
  if (matcher.of === 'type') return present(exceptions.map(({ type }) => type))
  if (matcher.of === 'logger' || matcher.of === 'release') return present([event[matcher.of]])
  return present([event.logentry?.formatted, event.logentry?.message, ...exceptions.flatMap(titlesOf)])
}

/** What a person may have copied from the screen. */
function titlesOf({ type, value }: Exception): (string | undefined)[] {
  return type === undefined || value === undefined ? [value] : [value, `${type}: ${value}`]
}

function tagOf(tags: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(tags, key) ? tags[key] : undefined
}

function present(texts: (string | undefined)[]): string[] {
  return texts.filter((text) => text !== undefined).slice(0, mostTexts)
}

function fold(text: string): string {
  return text.slice(0, longestText).toLowerCase()
}
