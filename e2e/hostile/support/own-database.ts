import { randomUUID } from 'node:crypto'
import { openPool } from '../../../server/src/store/postgres/connection.ts'

/** A PostgreSQL database for one server, on the server that the address names. */
export interface OwnDatabase {
  url: string
  drop(): Promise<void>
}

export async function createDatabase(serverUrl: string): Promise<OwnDatabase> {
  const name = `mishap_hostile_${randomUUID().replaceAll('-', '')}`
  const own = new URL(serverUrl)
  own.pathname = `/${name}`
  await command(serverUrl, `CREATE DATABASE ${name}`)
  return { url: own.href, drop: () => command(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`) }
}

async function command(url: string, sql: string): Promise<void> {
  const pool = openPool(url, 1)
  const client = await pool.connect()
  await client.query(sql, [])
  client.release()
  await pool.end()
}
