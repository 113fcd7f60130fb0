import { expect, it } from 'vitest'
import type { Event } from '../event/event.ts'
import { searchTermsOf } from './search-terms.ts'

const heading = {
  title: 'RangeError: headline',
  type: 'RangeError',
  value: 'headline',
  culprit: 'place.ts in act',
}

function anEvent(changes: Partial<Event>): Event {
  return {
    event_id: 'a'.repeat(32),
    timestamp: '2026-01-01T00:00:00.000Z',
    received: '2026-01-01T00:00:00.000Z',
    type: 'error',
    level: 'error',
    platform: 'node',
    ...changes,
  }
}

it('has the words of heading, message, exceptions, frames, breadcrumbs, tags, transaction and address', () => {
  const event = anEvent({
    logentry: { formatted: 'formatted seven', message: 'template %d' },
    exception: {
      values: [
        {
          type: 'CauseError',
          value: 'because',
          module: 'causes',
          stacktrace: { frames: [{ function: 'deepCall', filename: '/app/deep.ts', module: 'app.deep' }] },
        },
      ],
    },
    threads: { values: [{ stacktrace: { frames: [{ function: 'spin', abs_path: '/usr/lib/worker.c' }] } }] },
    breadcrumbs: { values: [{ category: 'navigation', message: 'went home' }] },
    tags: { customer: 'acme' },
    transaction: 'GET /checkout',
    request: { url: 'https://shop.example/basket' },
    release: 'shop@4.5.6',
  })
  const words = searchTermsOf(event, heading)
  const named =
    'rangeerror headline place formatted seven template causeerror because causes deepcall deep app spin worker'
  for (const word of `${named} navigation home acme checkout basket shop 4`.split(' '))
    expect(words, word).toContain(word)
})

it('keeps what says most of an event that has more words than are kept', () => {
  const breadcrumbs = Array.from({ length: 100 }, (_, at) => ({
    message: Array.from({ length: 50 }, (_word, nth) => `word${at}x${nth}`).join(' '),
  }))
  const words = searchTermsOf(anEvent({ breadcrumbs: { values: breadcrumbs } }), heading)
  expect(words.size).toBe(1_000)
  expect(words).toContain('headline')
  expect(words).toContain('word99x0')
  expect(words).not.toContain('word0x0')
})

it('reads no more of an event than a bound, whatever it is full of', () => {
  const long = ['aB', 'A', '発生', 'e\u0301', '"', ' x'].map((text) => text.repeat(400_000))
  for (const value of long) {
    const event = anEvent({ exception: { values: [{ value }] }, transaction: 'beyond' })
    const words = searchTermsOf(event, heading)
    expect(words).toContain('headline')
    expect(words).not.toContain('beyond')
  }
})
