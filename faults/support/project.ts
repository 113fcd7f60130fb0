import { runCommand, type ServerPlace } from './server.ts'

/** A project to send to, and a token to read it back with. */
export interface FaultProject {
  id: number
  slug: string
  /** The public key of its DSN. */
  key: string
  token: string
}

/** Made by the command line, before the server starts or beside it. */
export function createProject(place: ServerPlace, slug: string): FaultProject {
  const { id, dsn } = JSON.parse(runCommand(place, 'project', 'create', slug, '--json')) as {
    id: string
    dsn: string
  }
  const { token } = JSON.parse(runCommand(place, 'token', 'create', '--name', slug, '--json')) as {
    token: string
  }
  return { id: Number(id), slug, key: new URL(dsn).username, token }
}
