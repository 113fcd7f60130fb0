import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Reader, Tx } from './store.ts'

/** A file as it leaves decoding. */
export interface AttachmentRecord {
  projectId: number
  /** 16 bytes: of the event that it belongs to, which may come later or never. */
  eventId: Buffer
  name: string
  contentType: string
  /** `attachment_type` of the protocol, such as `event.attachment`. */
  kind: string
  receivedAtMs: number
  content: Uint8Array
}

/** What a list shows of a file. `id` is 32 hex digits. */
export interface AttachmentRow {
  id: string
  name: string
  contentType: string
  kind: string
  bytes: number
}

/** An event id is chosen by the client: it must not become a store of files without end. */
const mostOfAnEvent = 30
/** Images and archives do not shrink; a file is kept deflated where that saves at least an eighth. */
const worthwhile = 7 / 8

/** Keeps the files; one that is there already is not kept twice, and beyond 30 of an event none is. Answers those kept. */
export async function recordAttachments(tx: Tx, records: AttachmentRecord[]): Promise<AttachmentRecord[]> {
  const kept: AttachmentRecord[] = []
  for (const record of records) {
    if (await insertAttachment(tx, record)) kept.push(record)
  }
  return kept
}

async function insertAttachment(tx: Tx, record: AttachmentRecord): Promise<boolean> {
  const { projectId, eventId } = record
  if ((await listAttachments(tx, projectId, eventId)).length >= mostOfAnEvent) return false
  const inserted = await tx
    .insertInto('attachments')
    .values({
      project_id: projectId,
      event_id: eventId,
      hash: hashOf(record),
      name: record.name,
      content_type: record.contentType,
      kind: record.kind,
      byte_count: record.content.length,
      received_at: record.receivedAtMs,
      ...encode(record.content),
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
    .select(['hash', 'name', 'content_type', 'kind', 'byte_count'])
    .where('project_id', '=', projectId)
    .where('event_id', '=', eventId)
    .orderBy('received_at')
    .orderBy('hash')
    .execute()
  return rows.map((row) => ({
    id: row.hash.toString('hex'),
    name: row.name,
    contentType: row.content_type,
    kind: row.kind,
    bytes: row.byte_count,
  }))
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

function hashOf({ name, content }: AttachmentRecord): Buffer {
  return createHash('sha256').update(`${name}\n`).update(content).digest().subarray(0, 16)
}

function encode(content: Uint8Array): { codec: 'identity' | 'deflate'; content: Uint8Array } {
  const deflated = deflateRawSync(content, { level: 1 })
  if (deflated.length > content.length * worthwhile) return { codec: 'identity', content }
  return { codec: 'deflate', content: deflated }
}
