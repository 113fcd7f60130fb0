import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { ddl } from './schema.js'

export const client = new PGlite()
await client.exec(ddl)
export const db = drizzle(client)
