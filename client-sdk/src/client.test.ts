import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Options } from './options.ts'
import { Outbox } from './outbox.ts'
import { currentScope } from './registry.ts'
import { aClient, eventOf, now } from './testing/a-client.ts'
import { hostileValues } from './testing/hostile-values.ts'

const byHand = { type: 'generic', handled: true }
const valueOf = (event: { exception?: { values: { value?: string }[] } }) =>
  event.exception?.values.at(-1)?.value

function capturing(options: Options = {}, parts: Parameters<typeof aClient>[1] = {}) {
  const made = aClient(options, parts)
  const capture = (error: unknown): string => made.client.captureException(error, currentScope(), byHand)
  return { ...made, capture }
}

describe('once', () => {
  it('the same error is one event, and keeps its id', async () => {
    const { capture, sent } = capturing()
    const error = new Error('boom')
    expect(capture(error)).toBe(capture(error))
    expect(await sent()).toHaveLength(1)
  })

  it('holds for frozen errors, proxies and objects that are no errors', async () => {
    const { capture, sent } = capturing()
    for (const thrown of [
      Object.freeze(new Error('cold')),
      new Proxy(new Error('x'), {}),
      { code: 7 },
      () => {},
    ]) {
      capture(thrown)
      capture(thrown)
    }
    expect(await sent()).toHaveLength(4)
  })

  it('equal errors are two, and so is a text thrown twice', async () => {
    const { capture, sent } = capturing()
    for (const thrown of [new Error('x'), new Error('x'), 'x', 'x']) capture(thrown)
    expect(await sent()).toHaveLength(4)
  })

  it('an error that was not reported, since the client was closed, can be reported by the next', async () => {
    const error = new Error('boom')
    const first = capturing()
    await first.client.close(0)
    expect(first.capture(error)).toBe('0'.repeat(32))
    const second = capturing()
    second.capture(error)
    expect(await second.sent()).toHaveLength(1)
  })
})

describe('what was captured', () => {
  it('is an envelope with the id that was returned', async () => {
    const { capture, sent, envelopes } = capturing()
    const eventId = capture(new Error('boom'))
    expect(await sent()).toMatchObject([{ event_id: eventId, timestamp: now / 1_000 }])
    const [header = '', item] = (envelopes[0] ?? '').split('\n')
    expect(JSON.parse(header)).toMatchObject({ event_id: eventId, sent_at: '2026-01-02T03:04:05.000Z' })
    expect(item).toBe('{"type":"event"}')
  })

  it('names its DSN when it goes through a tunnel', async () => {
    const { capture, sent, envelopes } = capturing({ tunnel: '/errors' })
    capture(new Error('boom'))
    await sent()
    expect(JSON.parse(envelopes[0]?.split('\n')[0] ?? '')).toMatchObject({
      dsn: expect.stringContaining('/7'),
    })
  })

  it('keeps the id that its program gave it, if it is one', async () => {
    const { client, sent } = aClient()
    const id = 'abcdef0123456789abcdef0123456789'
    expect(client.captureEvent({ event_id: id, message: 'a' }, currentScope())).toBe(id)
    expect(client.captureEvent({ event_id: '../etc', message: 'b' }, currentScope())).toMatch(/^[0-9]{32}$/)
    expect((await sent()).map(({ message }) => message)).toEqual(['a', 'b'])
  })

  it.each(hostileValues)('may be hostile: $name', async ({ value }) => {
    const { capture, client, sent } = capturing()
    const scope = currentScope().setExtra('hostile', value).setContext('hostile', { value })
    scope.addBreadcrumb({ message: 'hostile', data: { value } })
    capture(value)
    client.captureEvent({ message: 'hostile', extra: { value } }, scope)
    expect(await sent()).toHaveLength(2)
  })

  it('is cut to what a server takes', async () => {
    const { capture, sent, envelopes } = capturing(
      {},
      {
        enrich: async (event) => {
          const frames = event.exception?.values.flatMap(({ stacktrace }) => stacktrace?.frames ?? []) ?? []
          for (const frame of frames) frame.pre_context = Array.from({ length: 5_000 }, () => 'x'.repeat(300))
        },
      },
    )
    capture(new Error('boom'))
    expect(await sent()).toMatchObject([{ exception: { values: [{ value: 'boom' }] } }])
    expect(envelopes[0]?.length).toBeLessThan(340_000)
  })
})

describe('what is not sent', () => {
  it.each<[string, Options, string]>([
    ['is ignored by a text', { ignoreErrors: ['boom'] }, 'event_processor'],
    ['is ignored by a pattern', { ignoreErrors: [/^TypeError: b/g] }, 'event_processor'],
    ['is kept back by beforeSend', { beforeSend: () => null }, 'before_send'],
    ['is not in the sample', { sampleRate: 0.5 }, 'sample_rate'],
  ])('%s, and counted', async (_why, options, reason) => {
    let isLast = false
    const all: Options = {
      ...options,
      ...(options.beforeSend !== undefined && { beforeSend: (event) => (isLast ? event : null) }),
    }
    const { capture, sent, envelopes, client } = capturing(all, { random: () => (isLast ? 0 : 0.5) })
    capture(new TypeError('boom'))
    capture(new TypeError('boom'))
    expect(await sent()).toEqual([])
    isLast = true
    client.captureMessage('last', 'info', currentScope())
    await sent()
    expect(envelopes[0]).toContain(`{"reason":"${reason}","category":"error","quantity":2}`)
  })

  it('has no id when the client is off', async () => {
    const { capture, sent } = capturing({ dsn: '' })
    expect(capture(new Error('boom'))).toBe('0'.repeat(32))
    expect(await sent()).toEqual([])
  })
})

describe('flush', () => {
  it('is false when the time is over before an event is ready', async () => {
    const { capture, client } = capturing({}, { enrich: () => new Promise(() => {}), wait: async () => {} })
    capture(new Error('boom'))
    expect(await client.flush(0)).toBe(false)
  })

  it('is true when there is nothing to send', async () => {
    expect(await aClient().client.flush(0)).toBe(true)
  })
})

describe('when the process ends', () => {
  it('an error is told with everything that was not sent yet', async () => {
    const { client, capture } = capturing({}, { enrich: () => new Promise(() => {}) })
    capture(new Error('first'))
    const unsent = client.lastWords(new Error('last'), currentScope(), { type: 'x', handled: false })
    const values = unsent.map((envelope) => valueOf(JSON.parse(envelope.split('\n')[2] ?? '')))
    expect(values).toEqual(['last', 'first'])
    expect(client.takeUnsent()).toEqual([])
  })

  it('an error that was sent already is not told again', async () => {
    const { client, capture, sent } = capturing()
    const error = new Error('boom')
    capture(error)
    await sent()
    expect(client.lastWords(error, currentScope(), byHand)).toEqual([])
  })

  it.each<[string, Options]>([
    ['ignored', { ignoreErrors: ['boom'] }],
    ['outside the sample', { sampleRate: 0.1 }],
    ['kept back', { beforeSend: () => null }],
    ['off', { dsn: '' }],
  ])('what is %s stays so', (_why, options) => {
    const { client } = aClient(options)
    expect(client.lastWords(new Error('boom'), currentScope(), byHand)).toEqual([])
  })
})

describe('an event under way when the process ends', () => {
  it('that is not ready yet is shown to beforeSend with its error, and delivered once', async () => {
    const asked: unknown[] = []
    let finishSources = (): void => {}
    const { capture, client, sent } = capturing(
      {
        beforeSend(event, hint) {
          asked.push(hint.originalException)
          return event
        },
      },
      { enrich: () => new Promise((resolve) => (finishSources = resolve)) },
    )
    const error = new Error('boom')
    capture(error)
    expect(client.takeUnsent()).toHaveLength(1)
    finishSources()
    await setImmediate()
    expect(await sent()).toEqual([])
    expect(asked).toEqual([error])
  })

  it('that beforeSend still has is delivered once, without asking again', async () => {
    const answers: (() => void)[] = []
    const { capture, client, sent } = capturing({
      beforeSend: (event) => new Promise((resolve) => answers.push(() => resolve(event))),
    })
    capture(new Error('boom'))
    await setImmediate()
    expect(client.takeUnsent().map((envelope) => valueOf(eventOf(envelope)))).toEqual(['boom'])
    for (const answer of answers) answer()
    await setImmediate()
    expect(await sent()).toEqual([])
    expect(answers).toHaveLength(1)
  })

  it('is under way no longer when its transport has it', async () => {
    let unsent: string[] = []
    const transport = (): Promise<never> => {
      unsent = client.takeUnsent()
      return new Promise(() => {})
    }
    const { capture, client } = capturing({}, { outbox: new Outbox(transport, () => now) })
    capture(new Error('boom'))
    await setImmediate()
    expect(unsent).toHaveLength(1)
  })
})

it('holds no more than a hundred events that are not ready', async () => {
  const { capture, client } = capturing({}, { enrich: () => new Promise(() => {}) })
  for (let at = 0; at < 500; at += 1) capture(new Error(String(at)))
  expect(client.takeUnsent()).toHaveLength(100)
})
