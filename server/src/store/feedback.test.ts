import { expect, it } from 'vitest'
import { listFeedbackOfEvent, listFeedbackOfIssue, recordFeedback, type FeedbackRecord } from './feedback.ts'
import { defineUnit } from './store.ts'
import { anEventId, aRecord, noon } from './testing/a-record.ts'
import { aRecordingStore } from './testing/a-recording-store.ts'
import { onBothEngines } from './testing/on-both-engines.ts'

const record = defineUnit('test.feedback', recordFeedback)

function someFeedback(id: string, changes: Partial<FeedbackRecord> = {}): FeedbackRecord {
  return {
    projectId: 1,
    feedbackId: anEventId(`feedback ${id}`),
    eventId: anEventId('1'),
    receivedAtMs: noon,
    name: undefined,
    email: undefined,
    message: id,
    url: undefined,
    removed: [],
    ...changes,
  }
}

function messagesOf(rows: { message: string }[]): string[] {
  return rows.map(({ message }) => message)
}

onBothEngines((open) => {
  it('lists what was written about an event, newest first', async () => {
    const store = await aRecordingStore(open, { projects: 2 })
    await store.write(record, [
      someFeedback('old'),
      someFeedback('new', {
        receivedAtMs: noon + 1,
        name: 'Ada',
        email: 'ada@example.com',
        url: 'https://x.example',
      }),
      someFeedback('of another event', { eventId: anEventId('2') }),
      someFeedback('of another project', { projectId: 2 }),
      someFeedback('of none', { eventId: undefined }),
    ])
    const rows = await listFeedbackOfEvent(store.reader, 1, anEventId('1'))
    expect(messagesOf(rows)).toEqual(['new', 'old'])
    expect(rows).toMatchObject([
      { name: 'Ada', email: 'ada@example.com', url: 'https://x.example', received_at: noon + 1 },
      { name: null, email: null, url: null },
    ])
  })

  it('knows what is sent again, and answers what is new', async () => {
    const store = await aRecordingStore(open)
    expect(await store.write(record, [someFeedback('a'), someFeedback('a')])).toHaveLength(1)
    const again = await store.write(record, [someFeedback('a', { message: 'changed' }), someFeedback('b')])
    expect(messagesOf(again)).toEqual(['b'])
    expect(messagesOf(await listFeedbackOfEvent(store.reader, 1, anEventId('1'))).toSorted()).toEqual([
      'a',
      'b',
    ])
  })

  it('finds an issue’s feedback by its events, also when it came before them', async () => {
    const store = await aRecordingStore(open)
    await store.write(record, [
      someFeedback('first'),
      someFeedback('second', { eventId: anEventId('2') }),
      someFeedback('of another issue', { eventId: anEventId('3') }),
      someFeedback('of an event that never came', { eventId: anEventId('4') }),
    ])
    await store.record(aRecord({ id: '1' }), aRecord({ id: '2' }), aRecord({ id: '3', bug: 'bug 2' }))
    expect(messagesOf(await listFeedbackOfIssue(store.reader, 1, 1)).toSorted()).toEqual(['first', 'second'])
    expect(messagesOf(await listFeedbackOfIssue(store.reader, 1, 2))).toEqual(['of another issue'])
  })
})
