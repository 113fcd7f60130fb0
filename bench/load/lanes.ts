import { openConnection, type Answer, type Connection } from './connection.ts'
import { headersOf, type Envelope, type EnvelopeKind } from './envelopes.ts'

export interface Target {
  /** Origin of the server. */
  url: string
  project: { id: string | number; key: string }
  kind: EnvelopeKind
  /** Of the loopback network, to send from: the server takes a bounded number of connections of one. */
  localAddress?: string
}

/** A way to send one envelope after the other, over one connection after the other. */
export interface Lane {
  /** `undefined`: the connection ended without an answer. Throws if no connection can be had. */
  send(envelope: Envelope): Promise<Answer | undefined>
  close(): void
}

export function openLane({ url, project, kind, localAddress }: Target): Lane {
  const lines = {
    host: new URL(url).host,
    'x-sentry-auth': `Sentry sentry_version=7, sentry_client=mishap-bench/1, sentry_key=${project.key}`,
    ...headersOf(kind),
  }
  const head = `POST /api/${project.id}/envelope/ HTTP/1.1\r\n${Object.entries(lines)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}`
  let connection: Connection | undefined
  return {
    async send({ body }) {
      // Servers close what was idle for a while.
      if (connection?.isEnded) close()
      connection ??= await openConnection(url, localAddress)
      try {
        const answer = await connection.send(`${head}content-length: ${body.length}\r\n\r\n`, body)
        if (/^connection: *close/im.test(answer.head)) close()
        return answer
      } catch {
        close()
        return undefined
      }
    },
    close,
  }

  function close(): void {
    connection?.close()
    connection = undefined
  }
}
