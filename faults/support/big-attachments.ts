import { randomBytes } from 'node:crypto'
import { Agent } from 'node:http'
import { newEventId } from './envelope.ts'
import type { Scene } from './scene.ts'
import { send } from './send.ts'

const attachmentBytes = 16 * 1024 * 1024

/** Makes a database large in little time: so many events with a file of 16 MiB each that cannot be deflated. */
export async function sendBigAttachments({ origin, project }: Scene, count: number): Promise<void> {
  const agent = new Agent({ keepAlive: true })
  for (let sent = 0; sent < count; sent += 1) {
    const reply = await send({ origin, project, agent }, withAttachment(newEventId()))
    if (reply.kind === 'lost' || reply.status !== 200)
      throw new Error(`A file was not taken: ${JSON.stringify(reply)}`)
  }
  agent.destroy()
}

function withAttachment(eventId: string): Buffer {
  const header = JSON.stringify({ event_id: eventId })
  const item = JSON.stringify({ type: 'attachment', length: attachmentBytes, filename: 'core.dump' })
  return Buffer.concat([Buffer.from(`${header}\n${item}\n`), randomBytes(attachmentBytes), Buffer.from('\n')])
}
