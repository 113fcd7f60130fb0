import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { auditSyncs } from './audit-syncs.ts'
import { idPrefix } from './envelope.ts'

const id = idPrefix + '0'.repeat(24)
const logPath = escaped('/data/mishap.db-wal')

/** As `-xx` writes bytes down. */
function escaped(text: string): string {
  return Buffer.from(text)
    .toString('hex')
    .replaceAll(/../g, String.raw`\x$&`)
}

const insert = (at: number, of = id): string =>
  `7 ${at}.0 pwrite64(26<${logPath}>, "\\x00\\x01${of.replaceAll(/../g, String.raw`\x$&`)}", 4096, 32) = 4096 <0.100000>`
const sync = (at: number): string => `7 ${at}.0 fsync(26<${logPath}>) = 0 <0.100000>`
const answer = (at: number, of = id): string =>
  `6 ${at}.0 write(30<TCPv6:[[::1]:80->[::1]:9]>, "${escaped(`HTTP/1.1 200 OK\r\n\r\n{"id":"${of}"}`)}", 99) = 99 <0.000010>`

function audit(...lines: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'mishap-audit-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'trace')
  writeFileSync(file, `${lines.join('\n')}\n`)
  return auditSyncs(file)
}

it('an answer is safe behind a sync that began when its event was in the log', async () => {
  const safe = { acks: 1, acksWithoutSync: 0, syncs: 1, failedAt: undefined }
  expect(await audit(insert(1), sync(2), answer(3))).toEqual(safe)
})

it.each([
  ['there is no sync', [insert(1), answer(3)]],
  ['the sync lies before the event', [sync(1), insert(2), answer(3)]],
  ['the sync lies behind the answer', [insert(1), answer(2), sync(3)]],
  ['the event was never in the log', [sync(1), answer(2)]],
  ['only another event was in the log', [insert(1, `${id.slice(0, -1)}1`), sync(2), answer(3)]],
])('an answer is not safe where %s', async (_what, lines) => {
  expect(await audit(...lines)).toMatchObject({ acks: 1, acksWithoutSync: 1 })
})

it('a sync that failed makes nothing safe', async () => {
  const failed = `7 2.0 fsync(26<${logPath}>) = -1 EIO (Input/output error) (INJECTED) <0.250000>`
  expect(await audit(insert(1), failed, answer(3))).toEqual({
    acks: 1,
    acksWithoutSync: 1,
    syncs: 0,
    failedAt: 2.25,
  })
})

it('of a call that others interrupt in the trace, the beginning and the end count', async () => {
  const begun = `7 2.0 fsync(26<${logPath}> <unfinished ...>`
  const ended = '7 5.0 <... fsync resumed>) = 0 <3.000000>'
  expect(await audit(insert(1), begun, answer(3), ended)).toMatchObject({ acksWithoutSync: 1 })
  expect(await audit(insert(1), begun, ended, answer(6))).toMatchObject({ acksWithoutSync: 0 })
})
