/** The parts of `{scheme}://{publicKey}@{host}[:{port}][/{path}]/{projectId}`. */
export interface Dsn {
  scheme: 'http' | 'https'
  publicKey: string
  /** With the port, if there is one. */
  host: string
  /** Of a server under a prefix, without slashes at its ends; mostly empty. */
  path: string
  projectId: string
}

const dsnPattern = /^(https?):\/\/([^:@/?#]+)(?::[^@/?#]*)?@([^/?#@]+)((?:\/[^/?#]+)*)\/(\d+)\/?(?:[?#].*)?$/

/** The parts of a DSN; undefined when it is none. A secret key and a query, which old DSNs have, are left out. */
export function parseDsn(text: string): Dsn | undefined {
  const match = dsnPattern.exec(text.trim())
  if (match === null) return undefined
  const [, scheme, publicKey = '', host = '', path = '', projectId = ''] = match
  return { scheme: scheme === 'https' ? 'https' : 'http', publicKey, host, path: path.slice(1), projectId }
}

export function formatDsn({ scheme, publicKey, host, path, projectId }: Dsn): string {
  return `${scheme}://${publicKey}@${host}${prefix(path)}/${projectId}`
}

/** Where envelopes for the DSN's project are posted to. */
export function envelopeUrl({ scheme, host, path, projectId }: Dsn): string {
  return `${scheme}://${host}${prefix(path)}/api/${projectId}/envelope/`
}

function prefix(path: string): string {
  return path === '' ? '' : `/${path}`
}
