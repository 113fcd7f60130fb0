/** What the matcher needs of a text. */
export interface Characters {
  readonly length: number
  charCodeAt(index: number): number
}

/** A message is stored to this length, and what is not stored cannot be why something is missing. */
const mostOfText = 8_192
/** Of all texts of an event: a hundred globs on fifty long exceptions would hold up everybody's events. */
const mostOfTexts = 4 * mostOfText

/** Of all globs over all texts of an event, some milliseconds: globs that need more match nothing. */
const mostSteps = 1_000_000
/** What people write has a few; with more, a glob hardly says what it means, and matching it costs most. */
const mostWildcards = 64
const longestGlob = 1_000

/** What is left of the work that one event may cause. */
export interface Budget {
  steps: number
}

/** For one event. */
export function aBudget(): Budget {
  return { steps: mostSteps }
}

/** Whether one of the globs matches one of the texts; the first texts are read first. */
export function matchesAny(
  globs: string[],
  texts: (string | undefined)[],
  budget: Budget = aBudget(),
): boolean {
  if (globs.length === 0) return false
  const patterns = globs
    .filter(isBounded)
    .map((glob) => glob.toLowerCase())
    .map((pattern) => ({ pattern, part: longestPart(pattern) }))
  let left = mostOfTexts
  for (const text of texts) {
    if (text === undefined || left === 0) continue
    const read = text.slice(0, Math.min(mostOfText, left))
    left -= read.length
    const folded = read.toLowerCase()
    if (patterns.some(({ pattern, part }) => folded.includes(part) && matchesGlob(pattern, folded, budget)))
      return true
  }
  return false
}

function isBounded(glob: string): boolean {
  return glob.length <= longestGlob && glob.replaceAll(/[^*?]/g, '').length <= mostWildcards
}

/** The engine's search is many times faster than our steps, and hardly any text has even this part of a glob. */
function longestPart(pattern: string): string {
  return pattern.split(/[*?]/).reduce((longest, part) => (part.length > longest.length ? part : longest), '')
}

const star = 0x2a
const mark = 0x3f

/**
 * Whether the whole text matches: `*` is any number of characters, `?` is one, all else is itself. Only the last
 * star seen can still change what it takes, so at most (text × pattern between two stars) steps are made; a
 * regular expression made from the pattern could grow exponentially.
 */
export function matchesGlob(
  pattern: Characters,
  text: Characters,
  budget: Budget = { steps: Infinity },
): boolean {
  let atPattern = 0
  let atText = 0
  let afterStar = -1
  let retryFrom = 0
  while (atText < text.length) {
    if (budget.steps <= 0) return false
    budget.steps -= 1
    const wanted = atPattern < pattern.length ? pattern.charCodeAt(atPattern) : -1
    if (wanted === star) {
      atPattern += 1
      // What follows the last star is left, and that is nothing.
      if (atPattern === pattern.length) return true
      afterStar = atPattern
      retryFrom = atText
    } else if (wanted === mark) {
      atPattern += 1
      atText += characterLength(text, atText)
    } else if (wanted === text.charCodeAt(atText)) {
      atPattern += 1
      atText += 1
    } else if (afterStar === -1) {
      return false
    } else {
      retryFrom += 1
      atPattern = afterStar
      atText = retryFrom
    }
  }
  while (atPattern < pattern.length && pattern.charCodeAt(atPattern) === star) atPattern += 1
  return atPattern === pattern.length
}

/** One sign beyond the basic plane, such as an emoji, is two code units. */
function characterLength(text: Characters, at: number): 1 | 2 {
  if (!isBetween(text.charCodeAt(at), 0xd800, 0xdbff) || at + 1 >= text.length) return 1
  return isBetween(text.charCodeAt(at + 1), 0xdc00, 0xdfff) ? 2 : 1
}

function isBetween(code: number, low: number, high: number): boolean {
  return code >= low && code <= high
}
