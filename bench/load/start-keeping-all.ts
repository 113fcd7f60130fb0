import type { VersionedSettings } from '../../server/src/contract/index.ts'
import { startMishap, type RunningMishap, type StartOptions } from './start-mishap.ts'

/**
 * A server whose project keeps each payload, so that what is measured is the storing of events, not the choice among
 * them. It is started again after the change: one that has answered a person takes more memory.
 */
export async function startKeepingAll(options: StartOptions): Promise<RunningMishap> {
  const changed = await startMishap(options)
  await keepAllPayloads(changed)
  await changed.stop()
  return startMishap({ ...options, dataDir: changed.dataDir, project: changed.project })
}

async function keepAllPayloads({ url, project, cli }: RunningMishap): Promise<void> {
  const { token }: { token: string } = JSON.parse(cli('token', 'create', '--name', 'bench', '--json'))
  const address = `${url}/api/v1/projects/${project.id}/settings`
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const settings = (await (await fetch(address, { headers })).json()) as VersionedSettings
  const storage = { ...settings.storage, payloadsPerIssue: 1_000_000, payloadMebibytes: null }
  const answer = await fetch(address, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ ...settings, storage }),
  })
  if (!answer.ok) throw new Error(`The settings were refused: ${answer.status} ${await answer.text()}`)
}
