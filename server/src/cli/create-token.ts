import { addToken } from '../accounts/api-tokens.ts'
import type { Config } from '../config/config.ts'
import { withStore } from './with-store.ts'

export interface TokenOptions {
  name: string
  json?: boolean
}

/** What is printed. */
export async function createTokenCommand(config: Config, { name, json }: TokenOptions): Promise<string> {
  const created = await withStore(config, (store, now) => addToken(store, name, now))
  if (json) return JSON.stringify(created)
  return `Created the API token "${name}". It is shown only now:\n${created.token}`
}
