import type { ProjectInLab, Reply } from '../../clients/support/lab.ts'
import { until } from '../../support/until.ts'

/**
 * The server's own 429, with the time that a test needs: SDKs in other languages have clocks that no test
 * can put forward.
 */
export async function refusalOf(project: ProjectInLab): Promise<(seconds: number) => Reply> {
  await project.limit({ keyPerMinute: 1 })
  const { headers } = await until('a refusal', async () => {
    const response = await fetch(project.envelopeUrl, { method: 'POST', body: anEnvelope })
    return response.status === 429 ? response : undefined
  })
  const limits = headers.get('x-sentry-rate-limits') ?? ''
  return (seconds) => ({
    status: 429,
    headers: {
      'content-length': '0',
      'retry-after': String(seconds),
      'x-sentry-rate-limits': limits.replaceAll(/(^|,\s*)\d+:/g, `$1${seconds}:`),
    },
  })
}

const anEnvelope = '{}\n{"type":"event"}\n{"message":"probe"}\n'
