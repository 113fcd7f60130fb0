import { formatDsn } from '@mishap/sdk/protocol'

/** The address that SDKs are given, on a server that is reached at `origin`. */
export function dsnOf(origin: string, publicKey: string, projectId: number): string {
  const { protocol, host } = new URL(origin)
  const scheme = protocol === 'https:' ? 'https' : 'http'
  return formatDsn({ scheme, publicKey, host, path: '', projectId: String(projectId) })
}
