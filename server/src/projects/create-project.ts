import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { reservedSlugs, type NewProject } from '../contract/index.ts'
import { AppError } from '../domain/app-error.ts'
import { defineUnit, type Store, type Tx } from '../store/store.ts'
import { choosePrefix, slugLength, slugOf } from './slug.ts'

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
    const slug = given ?? (await freeSlug(tx, slugOf(name)))
    if (given !== undefined) await refuseTakenSlug(tx, given)
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

async function refuseTakenSlug(tx: Tx, slug: string): Promise<void> {
  if (!(await isTaken(tx, slug))) return
  const message = `There is a project "${slug}" already. Choose another slug.`
  throw new AppError('conflict', message, { fields: { slug: message } })
}

/** Names of other scripts all make the same slug, and people may give two projects one name. */
async function freeSlug(tx: Tx, slug: string): Promise<string> {
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : `-${number}`
    const numbered = slug.slice(0, slugLength - suffix.length).replace(/-$/, '') + suffix
    if (!reservedSlugs.has(numbered) && !(await isTaken(tx, numbered))) return numbered
  }
}

async function isTaken(tx: Tx, slug: string): Promise<boolean> {
  return (
    (await tx.selectFrom('projects').select('id').where('slug', '=', slug).executeTakeFirst()) !== undefined
  )
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
