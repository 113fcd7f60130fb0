import { expect, it } from 'vitest'
import { recordFeedback, type FeedbackRecord } from '../store/feedback.ts'
import { defineUnit } from '../store/store.ts'
import { anEventId, aRecord, noon } from '../store/testing/a-record.ts'
import { aRecordingStore } from '../store/testing/a-recording-store.ts'
import { onBothEngines } from '../store/testing/on-both-engines.ts'
import { describeEvent } from './describe-event.ts'
import { answerProjectFeedback, downloadFeedbackFile } from './project-feedback.ts'

const record = defineUnit('test.feedback', recordFeedback)

function someFeedback(message: string, changes: Partial<FeedbackRecord> = {}): FeedbackRecord {
  return {
    projectId: 1,
    feedbackId: anEventId(`feedback ${message}`),
    eventId: undefined,
    receivedAtMs: noon,
    name: undefined,
    email: undefined,
    message,
    url: undefined,
    removed: [],
    ...changes,
  }
}

const attachScreenshot = defineUnit(
  'test.screenshot',
  async (tx, { projectId, feedbackId, receivedAtMs }: FeedbackRecord): Promise<void> => {
    await tx
      .insertInto('attachments')
      .values({
        project_id: projectId,
        event_id: feedbackId,
        hash: Buffer.alloc(16, 7),
        name: 'screenshot.png',
        content_type: 'image/png',
        kind: 'event.attachment',
        byte_count: 3,
        received_at: receivedAtMs,
        codec: 'identity',
        content: Buffer.from([1, 2, 3]),
        removed: null,
      })
      .execute()
  },
)

onBothEngines((open) => {
  it('tells what was removed from feedback', async () => {
    const store = await aRecordingStore(open)
    const removed = [{ rule: '@creditcard:filter', count: 1 } as const]
    await store.write(record, [someFeedback('new', { removed, receivedAtMs: noon + 1 }), someFeedback('old')])
    const { items } = await answerProjectFeedback(store.reader, 'project-1', { limit: 25 })
    expect(items.map((item) => item.removed)).toEqual([removed, []])
  })

  it('lists all feedback of a project, newest first, with the issue where it is known', async () => {
    const store = await aRecordingStore(open, { projects: 2 })
    await store.write(record, [
      someFeedback('about none'),
      someFeedback('about one', { eventId: anEventId('1'), receivedAtMs: noon + 2 }),
      someFeedback('about one that never came', { eventId: anEventId('9'), receivedAtMs: noon + 1 }),
      someFeedback('of another project', { projectId: 2 }),
    ])
    await store.record(aRecord({ id: '1' }))
    const { items, nextCursor } = await answerProjectFeedback(store.reader, 'project-1', { limit: 25 })
    expect(items.map(({ message, issue }) => [message, issue])).toEqual([
      ['about one', { id: '1-1', shortId: 'P1-1', title: 'TypeError: bug 1' }],
      ['about one that never came', null],
      ['about none', null],
    ])
    expect(nextCursor).toBeNull()
  })

  it('pages through feedback of one moment without loss or repetition', async () => {
    const store = await aRecordingStore(open)
    const all = ['a', 'b', 'c', 'd', 'e'].map((message) => someFeedback(message))
    await store.write(record, all)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await answerProjectFeedback(store.reader, '1', { cursor, limit: 2 })
      seen.push(...page.items.map(({ message }) => message))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
    await expect(
      answerProjectFeedback(store.reader, '1', { cursor: 'made-up', limit: 2 }),
    ).rejects.toMatchObject({ code: 'invalid' })
  })

  it('offers a screenshot with its feedback alone, in the project and at the event', async () => {
    const store = await aRecordingStore(open, { projects: 2 })
    const own = someFeedback('look', { eventId: anEventId('1') })
    await store.write(record, [own, someFeedback('nothing to see')])
    await store.write(attachScreenshot, own)
    await store.record(aRecord({ id: '1' }))
    const { items } = await answerProjectFeedback(store.reader, '1', { limit: 25 })
    const files = items.flatMap(({ message, attachments }) => attachments.map((file) => ({ message, file })))
    expect(files).toMatchObject([{ message: 'look', file: { name: 'screenshot.png', bytes: 3 } }])
    const { feedback } = await describeEvent(store.reader, '1-1', 'latest')
    expect(feedback).toMatchObject([{ message: 'look', attachments: [files[0]?.file] }])
    const named = { project: '1', feedbackId: own.feedbackId.toString('hex') }
    const attachmentId = files[0]?.file.id ?? ''
    expect(files[0]?.file.href).toBe(
      `/api/v1/projects/1/feedback/${named.feedbackId}/attachments/${attachmentId}`,
    )
    const download = await downloadFeedbackFile(store.reader, { ...named, attachmentId })
    expect([download.name, ...download.content]).toEqual(['screenshot.png', 1, 2, 3])
    for (const wrong of [{ project: '2' }, { feedbackId: '00'.repeat(16) }, { attachmentId: 'x' }]) {
      const asked = downloadFeedbackFile(store.reader, { ...named, attachmentId, ...wrong })
      await expect(asked).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  it('gives no file of an event for one of feedback', async () => {
    const store = await aRecordingStore(open)
    await store.write(attachScreenshot, someFeedback('never sent'))
    const feedbackId = anEventId('feedback never sent').toString('hex')
    const attachmentId = '07'.repeat(16)
    await expect(
      downloadFeedbackFile(store.reader, { project: '1', feedbackId, attachmentId }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})
