import * as z from 'zod'
import { addToken } from '../accounts/api-tokens.ts'
import type { Config } from '../config/config.ts'
import { parse } from '../http/parse.ts'
import { withStore } from './with-store.ts'

const tokenName = z.object({ name: z.string().trim().min(1, 'Say what the token is for.').max(80) })

export interface TokenOptions {
  name: string
  json?: boolean
}

/** What is printed. */
export async function createTokenCommand(config: Config, options: TokenOptions): Promise<string> {
  const { name } = parse(tokenName, options, 'command')
  const created = await withStore(config, (store, now) => addToken(store, name, now))
  if (options.json) return JSON.stringify(created)
  return `Created the API token "${name}". It is shown only now:\n${created.token}`
}
