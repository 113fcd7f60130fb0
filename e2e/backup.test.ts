import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { removeDataDir, runCli, startMishap, temporaryDataDir, type Mishap } from './support/mishap.ts'
import { createProject } from './support/project.ts'

function aFolder(): string {
  const folder = temporaryDataDir()
  onTestFinished(() => removeDataDir(folder))
  mkdirSync(folder, { recursive: true })
  return folder
}

async function started(dataDir: string): Promise<Mishap> {
  const mishap = await startMishap(dataDir)
  onTestFinished(async () => void (await mishap.end('SIGKILL')))
  return mishap
}

/** Sends events one after the other until it is stopped; answers with the ids that were acknowledged so far. */
function sendEvents(dsn: string): { acked: string[]; stop(): Promise<void> } {
  const { username, origin, pathname } = new URL(dsn)
  const acked: string[] = []
  const stopping = new AbortController()
  async function send(): Promise<void> {
    while (!stopping.signal.aborted) {
      const id = (acked.length + 1).toString(16).padStart(32, '0')
      const response = await fetch(`${origin}/api${pathname}/store/?sentry_key=${username}`, {
        method: 'POST',
        body: JSON.stringify({ event_id: id, message: 'kept' }),
      })
      if (response.ok) acked.push(id)
    }
  }
  const sending = send()
  return {
    acked,
    async stop() {
      stopping.abort()
      await sending
    },
  }
}

async function countOf(origin: string, token: string): Promise<number> {
  const response = await fetch(`${origin}/api/v1/issues`, { headers: { authorization: `Bearer ${token}` } })
  const { items }: { items: { count: number }[] } = await response.json()
  return items[0]?.count ?? 0
}

it('what was acknowledged before a backup is in it, and works where it is restored', async () => {
  const folder = aFolder()
  const backup = join(folder, 'mishap.backup')
  const first = await started(join(folder, 'data'))
  const { dsn, token } = createProject(first, 'shop')
  const sending = sendEvents(dsn)
  while (sending.acked.length < 50) await new Promise((resolve) => setTimeout(resolve, 10))
  const before = sending.acked.length
  const made = JSON.parse(first.cli('backup', backup, '--json')) as { events: number }
  await sending.stop()
  expect(made.events).toBeGreaterThanOrEqual(before)

  const elsewhere = join(folder, 'elsewhere')
  const restored = JSON.parse(runCli(elsewhere, {}, ['restore', backup, '--json'])) as { events: number }
  expect(restored.events).toBe(made.events)
  const second = await started(elsewhere)
  expect(await countOf(second.origin, token)).toBe(made.events)
})

it('says what it did, and refuses to restore under a running server', async () => {
  const folder = aFolder()
  const backup = join(folder, 'mishap.backup')
  const mishap = await started(join(folder, 'data'))
  expect(mishap.cli('backup', backup)).toMatch(
    /^Backed up to .*mishap\.backup: 0 projects, 0 issues, 0 events, /,
  )
  expect(() => mishap.cli('restore', backup, '--replace')).toThrow(/A Mishap server runs on/)
  expect(await mishap.end('SIGTERM')).toBe(0)
  expect(mishap.cli('restore', backup, '--replace')).toMatch(/What was there before is .*replaced-/)
  expect((await started(join(folder, 'data'))).output).toContain('Mishap is running')
})
