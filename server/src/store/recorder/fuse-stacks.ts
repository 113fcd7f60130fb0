import type { Selectable } from 'kysely'
import { decideFuse } from '../../domain/grouping/index.ts'
import type { Schema } from '../schema.ts'
import type { Tx } from '../store.ts'
import type { EventRecord } from './event-record.ts'
import { inSlices } from './in-slices.ts'

/** A code path that produces messages; its first fingerprint has no number until it is created. */
export type Stack = Omit<Selectable<Schema['fuse_stacks']>, 'first_fingerprint_number'> & {
  first_fingerprint_number: number | undefined
}

/** Records of one new hash. */
export interface Newcomer {
  records: EventRecord[]
  first: EventRecord
  stack: Stack | undefined
}

/** Records that join the first fingerprint of their stack. */
export interface Attached {
  records: EventRecord[]
  stack: Stack
}

export interface Fused {
  /** They make fingerprints of their own. */
  splits: Newcomer[]
  attached: Attached[]
  stacks: Stack[]
}

/** Lets no code path make more than so many groups, however its messages differ. Counts in the stacks that it answers. */
export async function fuseStacks(tx: Tx, projectId: number, strangers: EventRecord[][]): Promise<Fused> {
  const stacks = await readStacks(tx, projectId, strangers.flat())
  const fused: Fused = { splits: [], attached: [], stacks: [] }
  for (const records of strangers) {
    const [first] = records
    if (first === undefined) continue
    const stack = stackOf(first, stacks)
    if (stack?.fuse === 'on' && decideFuse(stack.template_count) === 'attach') {
      stack.attached_count += records.length
      fused.attached.push({ records, stack })
    } else {
      if (stack !== undefined) stack.template_count += 1
      fused.splits.push({ records, first, stack })
    }
  }
  return { ...fused, stacks: [...stacks.values()] }
}

function stackOf({ projectId, fingerprint }: EventRecord, stacks: Map<string, Stack>): Stack | undefined {
  const { stackHash } = fingerprint
  if (stackHash === undefined) return undefined
  const key = stackHash.toString('hex')
  const stack = stacks.get(key) ?? {
    project_id: projectId,
    stack_hash: stackHash,
    template_count: 0,
    first_fingerprint_number: undefined,
    fuse: 'on',
    attached_count: 0,
  }
  stacks.set(key, stack)
  return stack
}

async function readStacks(tx: Tx, projectId: number, records: EventRecord[]): Promise<Map<string, Stack>> {
  const hashes = new Map<string, Buffer>()
  for (const { stackHash } of records.map((record) => record.fingerprint))
    if (stackHash !== undefined) hashes.set(stackHash.toString('hex'), stackHash)
  if (hashes.size === 0) return new Map()
  const rows = await tx
    .selectFrom('fuse_stacks')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('stack_hash', 'in', [...hashes.values()])
    .execute()
  return new Map(rows.map((row) => [row.stack_hash.toString('hex'), row]))
}

/** Writes what was counted; whether a fuse is on is not for ingest to say. */
export async function saveStacks(tx: Tx, stacks: Stack[]): Promise<void> {
  const rows = stacks.flatMap(({ first_fingerprint_number, ...stack }) =>
    first_fingerprint_number === undefined ? [] : [{ ...stack, first_fingerprint_number }],
  )
  for (const slice of inSlices(rows)) {
    await tx
      .insertInto('fuse_stacks')
      .values(slice)
      .onConflict((conflict) =>
        conflict.columns(['project_id', 'stack_hash']).doUpdateSet((eb) => ({
          template_count: eb.ref('excluded.template_count'),
          attached_count: eb.ref('excluded.attached_count'),
        })),
      )
      .execute()
  }
}
