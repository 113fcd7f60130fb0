import { afterEach } from 'vitest'
import { listening, type Listening } from './listening.ts'

/** Starts a server for a test; it stops after it. */
export function oneServer(): (...setting: Parameters<typeof listening>) => Promise<Listening> {
  let server: Listening | undefined
  afterEach(() => server?.stop())
  return async (...setting) => (server = await listening(...setting))
}
