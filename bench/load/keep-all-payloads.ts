import type { VersionedSettings } from '../../server/src/contract/index.ts'
import type { RunningMishap } from './start-mishap.ts'

/** Has the server keep each payload of its project, so that what is measured is the storing of events, not the choice among them. */
export async function keepAllPayloads({ url, project, cli }: RunningMishap): Promise<void> {
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
