import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { envelopeOf, newEventId } from './envelope.ts'
import type { Scene } from './scene.ts'
import { send } from './send.ts'
import type { FaultServer } from './server.ts'

const clients = 8
const events = 100

/**
 * Eight clients at once send the same hundred events, each until it is acknowledged, and the server is killed in the
 * middle. Answers with the ids, and with the server that runs then.
 */
export async function sendSameIds(
  { origin, project, start }: Scene,
  running: FaultServer,
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
  running.kill('SIGKILL')
  await running.ended
  const server = await start()
  await all
  agent.destroy()
  return { ids, server }
}
