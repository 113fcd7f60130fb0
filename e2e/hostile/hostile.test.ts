import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EventDetail } from '../../server/src/contract/index.ts'
import { until } from '../support/until.ts'
import { encodedBodies } from './inputs/encoded-bodies.ts'
import { envelopeFraming } from './inputs/envelope-framing.ts'
import { eventShapes } from './inputs/event-shapes.ts'
import { eventEnvelope, idOf, type HostileInput } from './inputs/hostile-input.ts'
import { textsAndNumbers } from './inputs/texts-and-numbers.ts'
import { comparableEvents, comparableIssues, comparableOutcomes } from './support/comparable.ts'
import { createDatabase, type OwnDatabase } from './support/own-database.ts'
import { startUnderAttack, type ServerUnderAttack } from './support/server-under-attack.ts'

const url = process.env['MISHAP_TEST_POSTGRES_URL']
if (url === undefined)
  process.stderr.write('No MISHAP_TEST_POSTGRES_URL: hostile inputs go to SQLite only.\n')

const servers: ServerUnderAttack[] = []
let database: OwnDatabase | undefined
/** What the first server gave an id for. */
const promised = new Set<string>()

beforeAll(async () => {
  if (url === undefined && process.env['MISHAP_TEST_REQUIRE_ALL'] === '1')
    throw new Error('MISHAP_TEST_POSTGRES_URL must be set.')
  servers.push(await startUnderAttack())
  if (url === undefined) return
  database = await createDatabase(url)
  servers.push(await startUnderAttack({ MISHAP_DATABASE_URL: database.url }))
})
afterAll(async () => {
  const codes = await Promise.all(servers.map((server) => server.close()))
  await database?.drop()
  expect(codes).toEqual(servers.map(() => 0))
})

/** One after the other, so that both servers see the same order; gives what was not as it should be. */
async function attack(inputs: HostileInput[]): Promise<string[]> {
  const complaints: string[] = []
  for (const input of inputs) {
    const answers = await Promise.all(servers.map((server) => server.send(input)))
    const statuses = answers.map(({ status }) => status)
    const allowed = input.statuses ?? [200, 400, 413]
    if (statuses.some((status) => !allowed.includes(status) || status !== statuses[0]))
      complaints.push(`${input.name}: ${statuses.join(', ')}`)
    const id = answers[0]?.id
    if (statuses[0] === 200 && id !== undefined) promised.add(id)
  }
  return complaints
}

describe.each([
  ['bodies that are packed', 1, encodedBodies],
  ['envelopes that do not fit', 2, envelopeFraming],
  ['events of wrong shapes', 3, eventShapes],
  ['texts and numbers', 4, textsAndNumbers],
] as const)('%s', (name, number, inputs) => {
  it('are taken or refused, alike on both stores', async () => {
    expect(await attack(inputs())).toEqual([])
  })

  it('leave the server fit for the next event', async () => {
    const body = eventEnvelope({ event_id: idOf(number), message: `after ${name}` })
    expect(await attack([{ name, body, statuses: [200] }])).toEqual([])
    expect(servers.every((server) => server.isAlive())).toBe(true)
  })
})

describe('afterwards', () => {
  /** Of each server, read once: that takes a request for every event. */
  let kept: EventDetail[][] = []

  beforeAll(async () => {
    kept = await Promise.all(servers.map((server) => server.events()))
  })

  it('every event that was answered with success is stored, and counted once', async () => {
    for (const [index, server] of servers.entries()) {
      const events = kept[index] ?? []
      const stored = events.map(({ summary }) => summary.eventId)
      expect(new Set(stored).size).toBe(stored.length)
      if (index === 0) expect([...promised].filter((id) => !stored.includes(id))).toEqual([])
      const counted = (await server.issues()).reduce((sum, { count }) => sum + count, 0)
      expect(counted).toBe(stored.length)
      await until('the outcomes of all events', async () => {
        const rows = await server.outcomes()
        const accepted = rows.filter(
          ({ category, outcome }) => category === 'error' && outcome === 'accepted',
        )
        return accepted.reduce((sum, { quantity }) => sum + quantity, 0) === stored.length || undefined
      })
    }
  })

  it('both stores say the same, row by row', async () => {
    const [first, ...others] = servers
    if (first === undefined) throw new Error('There is no server.')
    for (const [index, other] of others.entries()) {
      expect(comparableIssues(await other.issues())).toEqual(comparableIssues(await first.issues()))
      expect(comparableEvents(kept[index + 1] ?? [])).toEqual(comparableEvents(kept[0] ?? []))
      expect(comparableOutcomes(await other.outcomes())).toEqual(comparableOutcomes(await first.outcomes()))
    }
  })

  it.each([
    '%',
    '_',
    '*',
    '"',
    '\\',
    "'; DROP TABLE events; --",
    'NEAR(a, b)',
    'a OR b AND NOT (c',
    '\0',
    '\ud800',
    'toString:a',
    'valueOf:c',
    'hasOwnProperty:b',
    '__proto__:x',
    'plain:"=cmd"',
    'is:',
    ':',
    '"x',
    '('.repeat(500),
    Array(300).fill('a').join(' OR '),
  ])('a search for %j is answered or refused, alike on both stores', async (query) => {
    const answers = await Promise.all(
      servers.map(async (server) => {
        const { status, text } = await server.ask(
          `/issues?limit=100&query=${encodeURIComponent(query.toWellFormed())}`,
        )
        const { items = [] }: { items?: { title: string }[] } = JSON.parse(text)
        return { status, titles: items.map(({ title }) => title).toSorted() }
      }),
    )
    expect([200, 400]).toContain(answers[0]?.status)
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })
})
