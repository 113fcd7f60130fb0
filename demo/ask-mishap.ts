import { envelopeUrl, parseDsn } from '@mishap/sdk/protocol'
import { StartProblem } from './start-problem.ts'

/** Whether the server still knows the DSN. It answers an empty envelope, and keeps nothing of it. */
export async function isTaken(dsn: string, memory: string): Promise<boolean> {
  const target = parseDsn(dsn)
  if (target === undefined) return false
  const url = `${envelopeUrl(target)}?sentry_key=${target.publicKey}`
  try {
    const { status } = await fetch(url, { method: 'POST', body: '{}\n' })
    return status !== 401 && status !== 403 && status !== 404
  } catch {
    throw new StartProblem(
      `No Mishap answers at ${new URL(url).origin}: start it with "npm start", set MISHAP_DSN, or remove ${memory} to make a new project.`,
    )
  }
}
