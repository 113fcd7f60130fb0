import { Agent, request } from 'node:http'
import { latenciesOf, type Latencies } from './load-result.ts'
import type { RunningMishap } from './start-mishap.ts'

/** Somebody who looks at things through the API, one after another on one connection. */
export interface ApiReader {
  /** The answer, and how long it took. Throws if it is not a 200. */
  get(path: string): Promise<{ answer: unknown; ms: number }>
  close(): void
}

export function openReader(server: Pick<RunningMishap, 'url' | 'cli'>): ApiReader {
  const { token }: { token: string } = JSON.parse(server.cli('token', 'create', '--name', 'bench', '--json'))
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const headers = { authorization: `Bearer ${token}` }
  return {
    async get(path) {
      const fromMs = performance.now()
      const { status, body } = await fetchText(`${server.url}/api/v1${path}`, { agent, headers })
      const ms = performance.now() - fromMs
      if (status !== 200) throw new Error(`${path} was answered with ${status}: ${body}`)
      return { answer: JSON.parse(body) as unknown, ms }
    },
    close: () => agent.destroy(),
  }
}

/** How long the readers took for paths, taking turns, so that what else the machine does strikes all alike. */
export async function timeInTurns(
  readers: ApiReader[],
  rounds: number,
  pathOf: (round: number) => string,
): Promise<Latencies[]> {
  const times = readers.map((): number[] => [])
  for (let round = 0; round < rounds; round += 1)
    for (const [at, reader] of readers.entries()) times[at]?.push((await reader.get(pathOf(round))).ms)
  return times.map(latenciesOf)
}

function fetchText(
  url: string,
  options: { agent: Agent; headers: Record<string, string> },
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
      )
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end()
  })
}
