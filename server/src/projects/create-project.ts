import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { NewProject } from '../contract/index.ts'
import { AppError } from '../domain/app-error.ts'
import { defineUnit, type Store, type Tx } from '../store/store.ts'
import { choosePrefix, slugOf } from './slug.ts'

export interface ProjectInput {
  name: string
  /** Undefined: made from the name. */
  slug: string | undefined
  platform: string | null
  publicKey: string
  now: number
}

export const createProject = defineUnit(
  'projects.create',
  async (tx, { name, slug: given, platform, publicKey, now }: ProjectInput): Promise<number> => {
    // Tells running servers of the new key, and lets one project be created at a time, since it locks the row.
    await sql`UPDATE installation SET config_version = config_version + 1`.execute(tx)
    const slug = given ?? slugOf(name)
    await refuseTakenSlug(tx, slug, given === undefined ? 'name' : 'slug')
    const { id } = await tx
      .insertInto('projects')
      .values({ slug, name, platform, short_prefix: await freePrefix(tx, slug), created_at: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('dsn_keys')
      .values({ project_id: id, public_key: publicKey, status: 'active', created_at: now })
      .execute()
    return id
  },
)

async function refuseTakenSlug(tx: Tx, slug: string, field: 'name' | 'slug'): Promise<void> {
  const taken = await tx.selectFrom('projects').select('id').where('slug', '=', slug).executeTakeFirst()
  if (taken === undefined) return
  const message = `There is a project "${slug}" already. Choose another ${field}.`
  throw new AppError('conflict', message, { fields: { [field]: message } })
}

async function freePrefix(tx: Tx, slug: string): Promise<string> {
  const rows = await tx.selectFrom('projects').select('short_prefix').execute()
  const taken = new Set(rows.map((row) => row.short_prefix))
  return choosePrefix(slug, (prefix) => taken.has(prefix))
}

/** Creates the project with its first DSN key; resolves to its id. */
export function addProject(store: Store, project: NewProject, now: number): Promise<number> {
  return store.write(createProject, {
    name: project.name,
    slug: project.slug,
    platform: project.platform ?? null,
    publicKey: randomBytes(16).toString('hex'),
    now,
  })
}
