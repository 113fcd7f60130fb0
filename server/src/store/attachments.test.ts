import { expect, it } from 'vitest'
import {
  listAttachments,
  packAttachment,
  readAttachment,
  recordAttachments,
  type AttachmentFile,
  type AttachmentRecord,
} from './attachments.ts'
import { defineUnit } from './store.ts'
import { anEventId, noon } from './testing/a-record.ts'
import { aRecordingStore } from './testing/a-recording-store.ts'
import { onBothEngines } from './testing/on-both-engines.ts'

const eventId = anEventId('1')
const record = defineUnit('test.attachments', recordAttachments)

function aFile(changes: Partial<AttachmentFile> = {}): AttachmentRecord {
  return packAttachment({
    projectId: 1,
    eventId,
    name: 'log.txt',
    contentType: 'text/plain',
    kind: 'event.attachment',
    receivedAtMs: noon,
    content: Buffer.from('one line\n'),
    removed: [],
    ...changes,
  })
}

onBothEngines((open) => {
  it('knows what was removed from a file', async () => {
    const store = await aRecordingStore(open)
    const removed = [{ rule: '@token:filter', count: 2 } as const]
    await store.write(record, [aFile({ removed }), aFile({ name: 'other', receivedAtMs: noon + 1 })])
    expect(await listAttachments(store.reader, 1, eventId)).toMatchObject([{ removed }, { removed: [] }])
  })

  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['what does not shrink', Buffer.from([0, 255, 10, 13, 7])],
    ['what shrinks', Buffer.from('the same line\n'.repeat(1_000))],
  ])('gives a file back byte by byte: %s', async (_, content) => {
    const store = await aRecordingStore(open)
    await store.write(record, [aFile({ content })])
    const [row] = await listAttachments(store.reader, 1, eventId)
    expect(row).toMatchObject({ name: 'log.txt', contentType: 'text/plain', bytes: content.length })
    const file = await readAttachment(store.reader, 1, eventId, Buffer.from(row?.id ?? '', 'hex'))
    expect(file?.name).toBe('log.txt')
    expect(Buffer.from(file?.content ?? []).equals(content)).toBe(true)
  })

  it('keeps what shrinks small', async () => {
    const store = await aRecordingStore(open)
    await store.write(record, [aFile({ content: Buffer.alloc(100_000, 'a') })])
    const row = await store.reader.selectFrom('attachments').select(['codec', 'content']).executeTakeFirst()
    expect(row?.codec).toBe('deflate')
    expect(row?.content.length).toBeLessThan(1_000)
  })

  it('keeps a file that is sent again once, and answers which are new', async () => {
    const store = await aRecordingStore(open)
    const other = aFile({ name: 'other.txt', receivedAtMs: noon + 1 })
    expect((await store.write(record, [aFile(), aFile()])).kept).toHaveLength(1)
    expect(await store.write(record, [aFile(), other])).toMatchObject({
      kept: [{ name: 'other.txt' }],
      tooMany: [],
    })
    const rows = await listAttachments(store.reader, 1, eventId)
    expect(rows.map(({ name }) => name)).toEqual(['log.txt', 'other.txt'])
  })

  it('keeps thirty files of an event, tells which were too many, and keeps those of other events besides', async () => {
    const store = await aRecordingStore(open)
    const files = Array.from({ length: 32 }, (_, at) => aFile({ name: `${at}` }))
    const { kept, tooMany } = await store.write(record, files)
    expect(kept).toHaveLength(30)
    expect(tooMany.map(({ name }) => name)).toEqual(['30', '31'])
    const later = await store.write(record, [aFile({ name: '7' }), aFile({ name: '32' })])
    expect(later).toMatchObject({ kept: [], tooMany: [{ name: '32' }] })
    expect((await store.write(record, [aFile({ eventId: anEventId('2') })])).kept).toHaveLength(1)
  })

  it('gives a file to its own project and event only', async () => {
    const store = await aRecordingStore(open, { projects: 2 })
    await store.write(record, [aFile()])
    const [row] = await listAttachments(store.reader, 1, eventId)
    const hash = Buffer.from(row?.id ?? '', 'hex')
    expect(await listAttachments(store.reader, 2, eventId)).toEqual([])
    expect(await readAttachment(store.reader, 2, eventId, hash)).toBeUndefined()
    expect(await readAttachment(store.reader, 1, anEventId('2'), hash)).toBeUndefined()
  })
})
