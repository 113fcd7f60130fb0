import { Worker } from 'node:worker_threads'
import type { ProjectSettings } from '../../domain/project-settings.ts'
import type { Arrival } from '../arrival.ts'
import type { Decoded, DecodeLimits } from '../decode/decoded.ts'
import { reviveBuffers } from './revive-buffers.ts'

/** To the thread that decodes what is large. It answers each with what it holds, in order. */
export interface LargeArrival {
  arrival: Arrival
  settings: ProjectSettings
}

export interface LargeDecoder {
  decode(arrival: Arrival, settings: ProjectSettings): Promise<Decoded>
  stop(): Promise<void>
}

/**
 * A thread beside the writer's that is started when it is needed first. It reads one arrival at a time; what waits for
 * it waits as it came over the wire. Its death is that of the thread that started it: nobody would be answered.
 */
export function createLargeDecoder(program: URL, limits: DecodeLimits): LargeDecoder {
  const waiting: ((decoded: Decoded) => void)[] = []
  let worker: Worker | undefined

  function start(): Worker {
    const started = new Worker(program, { workerData: limits })
    started.on('message', (decoded: Decoded) => waiting.shift()?.(reviveBuffers(decoded)))
    started.on('error', (error) => {
      throw error
    })
    return started
  }

  return {
    decode(arrival, settings) {
      worker ??= start()
      const message: LargeArrival = { arrival, settings }
      worker.postMessage(message, [arrival.body.buffer])
      return new Promise((resolve) => waiting.push(resolve))
    },
    async stop() {
      await worker?.terminate()
    },
  }
}
