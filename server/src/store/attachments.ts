import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Removed } from '../domain/scrub/index.ts'
import type { Selectable } from 'kysely'
import { groupBy } from './recorder/group-by.ts'
import { readRemoved, writeRemoved } from './removed.ts'
import type { Schema } from './schema.ts'
import type { Reader, Tx } from './store.ts'

/** A file as it was sent. */
export interface AttachmentFile {
  projectId: number
  /** 16 bytes: of the event that it belongs to, which may come later or never. */
  eventId: Buffer
  name: string
  contentType: string
  /** `attachment_type` of the protocol, such as `event.attachment`. */
  kind: string
  receivedAtMs: number
  content: Uint8Array
  /** From its name and content, before it came here. */
  removed: Removed
}

/** A file as it is stored. */
export interface AttachmentRecord extends AttachmentFile {
  /** 16 bytes of its name and content. */
  hash: Buffer
  /** Before it was deflated. */
  byteCount: number
  codec: 'identity' | 'deflate'
}

/** What a list shows of a file. `id` is 32 hex digits. */
export interface AttachmentRow {
  id: string
  name: string
  contentType: string
  kind: string
  bytes: number
  removed: Removed
}

/** An event id is chosen by the client: it must not become a store of files without end. */
const mostOfAnEvent = 30
/** Images and archives do not shrink; a file is kept deflated where that saves at least an eighth. */
const worthwhile = 7 / 8

/** Takes as long as the file is large, so it is done before the transaction that keeps it. */
export function packAttachment(file: AttachmentFile): AttachmentRecord {
  const { name, content } = file
  const hash = createHash('sha256').update(`${name}\n`).update(content).digest().subarray(0, 16)
  const deflated = deflateRawSync(content, { level: 1 })
  const packed = { ...file, hash, byteCount: content.length }
  if (deflated.length > content.length * worthwhile) return { ...packed, codec: 'identity' }
  return { ...packed, codec: 'deflate', content: deflated }
}

/** What became of files: one that is there already is in neither list. */
interface RecordedAttachments {
  kept: AttachmentRecord[]
  /** Those beyond what an event may have. */
  tooMany: AttachmentRecord[]
}

/** Keeps each file once, and 30 of an event. */
export async function recordAttachments(tx: Tx, records: AttachmentRecord[]): Promise<RecordedAttachments> {
  const recorded: RecordedAttachments = { kept: [], tooMany: [] }
  const byEvent = groupBy(records, ({ projectId, eventId }) => `${projectId} ${eventId.toString('hex')}`)
  for (const ofEvent of byEvent.values()) {
    const known = await hashesBeside(tx, ofEvent)
    for (const record of ofEvent) {
      const hash = record.hash.toString('hex')
      if (known.has(hash)) continue
      if (known.size >= mostOfAnEvent) recorded.tooMany.push(record)
      else if (await insertAttachment(tx, record)) recorded.kept.push(record)
      known.add(hash)
    }
  }
  return recorded
}

async function hashesBeside(tx: Tx, [first]: AttachmentRecord[]): Promise<Set<string>> {
  if (first === undefined) return new Set()
  const rows = await listAttachments(tx, first.projectId, first.eventId)
  return new Set(rows.map(({ id }) => id))
}

async function insertAttachment(tx: Tx, record: AttachmentRecord): Promise<boolean> {
  const inserted = await tx
    .insertInto('attachments')
    .values({
      project_id: record.projectId,
      event_id: record.eventId,
      hash: record.hash,
      name: record.name,
      content_type: record.contentType,
      kind: record.kind,
      byte_count: record.byteCount,
      received_at: record.receivedAtMs,
      codec: record.codec,
      content: record.content,
      removed: writeRemoved(record.removed),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('byte_count')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Oldest first. */
export async function listAttachments(
  reader: Reader,
  projectId: number,
  eventId: Buffer,
): Promise<AttachmentRow[]> {
  const rows = await reader
    .selectFrom('attachments')
    .select(listedColumns)
    .where('project_id', '=', projectId)
    .where('event_id', '=', eventId)
    .orderBy('received_at')
    .orderBy('hash')
    .execute()
  return rows.map(attachmentRow)
}

/** What `attachmentRow` needs. */
export const listedColumns = ['hash', 'name', 'content_type', 'kind', 'byte_count', 'removed'] as const

export function attachmentRow(
  row: Pick<Selectable<Schema['attachments']>, (typeof listedColumns)[number]>,
): AttachmentRow {
  return {
    id: row.hash.toString('hex'),
    name: row.name,
    contentType: row.content_type,
    kind: row.kind,
    bytes: row.byte_count,
    removed: readRemoved(row.removed),
  }
}

export async function readAttachment(
  reader: Reader,
  projectId: number,
  eventId: Buffer,
  hash: Buffer,
): Promise<{ name: string; content: Buffer } | undefined> {
  const row = await reader
    .selectFrom('attachments')
    .select(['name', 'codec', 'content', 'byte_count'])
    .where('project_id', '=', projectId)
    .where('event_id', '=', eventId)
    .where('hash', '=', hash)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const content =
    row.codec === 'identity'
      ? row.content
      : inflateRawSync(row.content, { maxOutputLength: Math.max(row.byte_count, 1) })
  return { name: row.name, content }
}
