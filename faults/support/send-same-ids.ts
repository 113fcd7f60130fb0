import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { envelopeOf, newEventId } from './envelope.ts'
import type { FaultProject } from './project.ts'
import { send } from './send.ts'
import { startServer, type FaultServer } from './server.ts'
import type { Workplace } from './workplace.ts'

const clients = 8
const events = 100

interface Running {
  origin: string
  project: FaultProject
  last: FaultServer
}

/**
 * Eight clients at once send the same hundred events, each until it is acknowledged, and the server is killed in the
 * middle. Answers with the ids, and with the server that runs then.
 */
export async function sendSameIds(
  { place, watch }: Workplace,
  { origin, project, last }: Running,
): Promise<{ ids: string[]; server: FaultServer }> {
  const ids = Array.from({ length: events }, newEventId)
  const bodies = ids.map((id) => envelopeOf(id))
  const agent = new Agent({ keepAlive: true })
  let acked = 0
  let tellHalf: () => void = () => {}
  const half = new Promise<void>((resolve) => (tellHalf = resolve))
  const untilAcked = async (body: Buffer): Promise<void> => {
    const reply = await send({ origin, project, agent }, body)
    if (reply.kind === 'answer' && reply.status === 200) {
      acked += 1
      if (acked === (clients * events) / 2) tellHalf()
      return
    }
    await sleep(25)
    await untilAcked(body)
  }
  const client = async (): Promise<void> => {
    for (const body of bodies) await untilAcked(body)
  }
  const all = Promise.all(Array.from({ length: clients }, client))
  await half
  last.kill('SIGKILL')
  await last.ended
  const server = watch(await startServer(place))
  await all
  agent.destroy()
  return { ids, server }
}
