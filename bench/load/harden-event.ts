import { seedRandom } from './random.ts'
import type { TemplateEvent } from './read-templates.ts'

const breadcrumbs = 40
const extraWords = 420
const syllables = 'ba ce di fo gu la me ni po ru sa te vi wo zu bra cle dri flo gru pla sne tri spo'.split(
  ' ',
)

type Extended = TemplateEvent & { extra?: Record<string, unknown> }

/**
 * Makes an event hard to store, in place: forty breadcrumbs and three kilobytes of extras that are like nothing in any
 * other. They are made of words, since what looks like a key or a token is taken out.
 */
export function hardenEvent(event: TemplateEvent, index: number): void {
  const random = seedRandom(1_000_003 + index)
  const word = (): string =>
    Array.from({ length: 2 + random.below(3) }, () => syllables[random.below(syllables.length)]).join('')
  const words = (count: number): string => Array.from({ length: count }, word).join(' ')
  const extended: Extended = event
  for (let at = 0; at < breadcrumbs; at++) {
    const breadcrumb = { timestamp: event.timestamp - at, category: word(), message: words(6), level: 'info' }
    event.breadcrumbs.push(breadcrumb)
  }
  const half = extraWords / 2
  extended.extra = {
    ...extended.extra,
    note: words(half),
    state: { left: words(half / 2), right: words(half / 2) },
  }
}
