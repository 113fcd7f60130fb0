import { describe, expect, it } from 'vitest'
import { decodeItemAlone, noon } from './testing/an-arrival.ts'

const attrs = { release: 'shop@1', environment: 'staging' }
const sid = '5F1C0B5E-0000-4000-8000-000000000001'

function session(payload: object) {
  return decodeItemAlone('session', { sid, attrs, started: '2026-11-25T11:00:00Z', ...payload }).sessions[0]
}

describe('a session', () => {
  it('is counted once, when it starts', () => {
    expect(session({ init: true, status: 'ok', did: 'ada' })).toMatchObject({
      projectId: 7,
      release: 'shop@1',
      environment: 'staging',
      startedAtMs: noon - 3_600_000,
      started: 1,
      errored: 0,
      crashed: 0,
      troubled: undefined,
    })
    expect(session({ init: false, status: 'exited' })).toMatchObject({ started: 0 })
  })

  it.each([
    ['ok', 0, undefined],
    ['exited', 0, undefined],
    ['made up', 0, undefined],
    ['ok', 2, 'errored'],
    ['errored', 0, 'errored'],
    ['abnormal', 0, 'errored'],
    ['unhandled', 1, 'errored'],
    ['crashed', 1, 'crashed'],
  ])('that is %s with %d errors is told as %s', (status, errors, trouble) => {
    expect(session({ status, errors })?.troubled?.status).toBe(trouble)
  })

  it('is known again by its id, in any form', () => {
    const ids = [sid, sid.toLowerCase().replaceAll('-', ''), 'other'].map((own) =>
      session({ sid: own, status: 'crashed' })?.troubled?.sessionId.toString('hex'),
    )
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(ids[0]).toBe(ids[1])
    expect(ids[2]).not.toBe(ids[0])
  })

  it.each([{ init: true }, { init: false, status: 'exited' }, { status: 'crashed' }])(
    'is counted as accepted whenever it is told: %j',
    (payload) =>
      expect(decodeItemAlone('session', { sid, attrs, ...payload }).outcomes).toMatchObject([
        { category: 'session', outcome: 'accepted', quantity: 1 },
      ]),
  )

  it('without an id is counted as often as it is told', () => {
    expect(session({ sid: null, status: 'crashed' })).toMatchObject({
      crashed: 1,
      errored: 0,
      troubled: undefined,
    })
  })

  it('tells users apart without keeping who they are', () => {
    const hashes = ['ada', 'ada', 'bob', 7].map((did) => session({ did })?.userHash?.toString('hex'))
    expect(hashes[0]).toBe(hashes[1])
    expect(new Set(hashes).size).toBe(3)
    expect(session({ did: null })?.userHash).toBeUndefined()
  })

  it.each(['soon', null, '2020-01-01T00:00:00Z', '2027-01-01T00:00:00Z'])(
    'that cannot have started at %j started when it came',
    (started) => expect(session({ started })?.startedAtMs).toBe(noon),
  )

  it('is of production unless it says otherwise, and its names have an end', () => {
    expect(session({ attrs: { release: 'r'.repeat(300) } })).toMatchObject({
      release: 'r'.repeat(200),
      environment: 'production',
    })
  })
})

it.each(['session', 'sessions'])('%s without a release are counted as not kept', (type) => {
  expect(decodeItemAlone(type, { sid, attrs: { environment: 'x' }, aggregates: [] })).toMatchObject({
    sessions: [],
    outcomes: [{ category: 'session', outcome: 'not_kept', reason: 'no_release' }],
    answer: { status: 200 },
  })
})

it('sessions without a release are counted as those with one are', () => {
  const aggregates = [{ exited: 5 }, { crashed: 2 }]
  expect(decodeItemAlone('sessions', { aggregates }).outcomes).toMatchObject([
    { outcome: 'not_kept', quantity: 7 },
  ])
})

describe('sessions of many at once', () => {
  it('are counted by how they ended', () => {
    const started = '2026-11-25T11:00:00Z'
    const aggregates = [
      { started, exited: 5, errored: 2, crashed: 1, abnormal: 1, unhandled: 1, did: 'ada' },
      { started },
      'nonsense',
    ]
    const { sessions, outcomes } = decodeItemAlone('sessions', { attrs, aggregates })
    expect(outcomes).toMatchObject([{ category: 'session', outcome: 'accepted', quantity: 10 }])
    expect(sessions).toMatchObject([
      { started: 10, errored: 4, crashed: 1, startedAtMs: noon - 3_600_000, release: 'shop@1' },
      { started: 0, errored: 0, crashed: 0 },
    ])
    expect(sessions[0]?.userHash).toHaveLength(16)
  })

  it('are not counted beyond what a client can have seen', () => {
    const aggregates = [{ exited: 1e12, errored: -5, crashed: '3', abnormal: 1.9 }]
    expect(decodeItemAlone('sessions', { attrs, aggregates }).sessions).toMatchObject([
      { started: 10_004, errored: 1, crashed: 3 },
    ])
  })
})
