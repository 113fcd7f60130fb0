import type { IncomingHttpHeaders } from 'node:http'
import type { LimitSettings } from '../domain/limits/index.ts'
import type { Credentials } from './credentials.ts'
import { Refusal } from './refusals/refusal.ts'

/** Who holds a DSN key. */
export interface KeyHolder {
  projectId: number
  publicKey: string
  status: 'active' | 'disabled'
  settings: { limits: LimitSettings }
}

interface Claim {
  credentials: Credentials | undefined
  /** That the path names. */
  projectId: number | undefined
  headers: IncomingHttpHeaders
}

const longestHost = 200

/** Throws a `Refusal` that says which DSN was seen: most often it is the one of another server or project. */
export async function authenticate(
  findKey: (publicKey: string) => Promise<KeyHolder | undefined>,
  claim: Claim,
): Promise<KeyHolder> {
  const { credentials } = claim
  if (credentials === undefined) {
    throw new Refusal(401, 'No DSN key: send it as sentry_key in the X-Sentry-Auth header or the query.')
  }
  const holder = await findKey(credentials.publicKey)
  if (holder === undefined) throw unknownDsn(claim, namedProject(claim))
  return holder
}

/** Apart, so that a key in the wrong place, or a disabled one, is told to the project whose it is. */
export function refuseWrong({ status, projectId }: KeyHolder, claim: Claim): void {
  const named = namedProject(claim) ?? projectId
  if (named !== projectId) throw unknownDsn(claim, named)
  if (status === 'disabled')
    throw new Refusal(403, `The key of the DSN ${describe(claim, projectId)} is disabled.`)
}

function namedProject({ projectId, credentials }: Claim): number | undefined {
  return projectId ?? credentials?.projectId
}

function unknownDsn(claim: Claim, projectId: number | undefined): Refusal {
  const dsn = describe(claim, projectId)
  return new Refusal(403, `No project has the DSN ${dsn}. Compare it with the one on the project's page.`)
}

function describe({ credentials, headers }: Claim, projectId: number | undefined): string {
  const host = headers.host?.slice(0, longestHost) ?? 'unknown'
  const scheme = headers['x-forwarded-proto'] === 'https' ? 'https' : 'http'
  return `${scheme}://${credentials?.publicKey ?? ''}@${host}/${projectId ?? ''}`
}
