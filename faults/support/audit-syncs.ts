import { idPrefix } from './envelope.ts'
import { readTrace, traceFormat, type Call } from './read-trace.ts'
import { syncCalls } from './strace.ts'

/** What to give to strace so that `auditSyncs` can tell: a page of the log whole, and each answer. */
export const auditArgs = [
  ...traceFormat,
  '-s',
  '4200',
  '-e',
  `trace=${syncCalls},pwrite64,write,writev,sendto,sendmsg`,
]

export interface Audit {
  /** Answers of 200 to our events. */
  acks: number
  /** Those before which no sync of the log lay that began after the event was in it, and succeeded. */
  acksWithoutSync: number
  syncs: number
  /** When the first sync of the log failed, in epoch seconds; undefined: none did. */
  failedAt: number | undefined
}

/** An answer leaves in one piece; its id is text there, and bytes in the log. */
const okStart = hexOf('HTTP/1.1 200 ')
const idStart = hexOf(`"id":"${idPrefix}`)
const idChars = 32

/** Holds each acknowledgement of a trace against what was safe on the disk when it was sent. */
export async function auditSyncs(traceFile: string): Promise<Audit> {
  const calls = await readTrace(traceFile)
  const ofLog = calls.filter(({ path }) => path.endsWith('-wal'))
  const allSyncs = ofLog.filter(({ name }) => syncCalls.includes(name))
  const syncs = allSyncs.filter(({ succeeded }) => succeeded)
  const insertedAt = findInserts(ofLog.filter(({ name }) => name === 'pwrite64'))
  const answers = calls.filter(({ hex }) => hex.startsWith(okStart) && hex.includes(idStart))
  const unsafe = answers.filter((answer) => {
    const inserted = insertedAt.get(idIn(answer))
    return inserted === undefined || !syncs.some(({ start, end }) => start >= inserted && end <= answer.start)
  })
  return {
    acks: answers.length,
    acksWithoutSync: unsafe.length,
    syncs: syncs.length,
    failedAt: allSyncs.find(({ succeeded }) => !succeeded)?.end,
  }
}

/** When each id was first written to the log whole. */
function findInserts(writes: Call[]): Map<string, number> {
  const insertedAt = new Map<string, number>()
  for (const { hex, end } of writes) {
    for (let at = hex.indexOf(idPrefix); at !== -1; at = hex.indexOf(idPrefix, at + 1)) {
      const id = hex.slice(at, at + idChars)
      if (!insertedAt.has(id)) insertedAt.set(id, end)
    }
  }
  return insertedAt
}

function idIn({ hex }: Call): string {
  const at = hex.indexOf(idStart) + hexOf('"id":"').length
  return Buffer.from(hex.slice(at, at + 2 * idChars), 'hex').toString()
}

function hexOf(text: string): string {
  return Buffer.from(text).toString('hex')
}
