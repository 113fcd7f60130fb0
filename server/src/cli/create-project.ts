import type { Config } from '../config/config.ts'
import { newProject } from '../contract/index.ts'
import { parse } from '../http/parse.ts'
import { addProject } from '../projects/create-project.ts'
import { getProject } from '../projects/read-projects.ts'
import { withStore } from './with-store.ts'

export interface ProjectOptions {
  name?: string
  platform?: string
  json?: boolean
}

/** What is printed. */
export async function createProjectCommand(
  config: Config,
  slugOrName: string,
  { json, ...given }: ProjectOptions,
): Promise<string> {
  const isSlug = newProject.shape.slug.safeParse(slugOrName).success
  const project = parse(
    newProject,
    isSlug ? { slug: slugOrName, name: slugOrName, ...given } : { name: slugOrName, ...given },
    'command',
  )
  const origin = config.publicUrl ?? `http://localhost:${config.port}`
  const { id, slug, name, dsn } = await withStore(config, async (store, now) =>
    getProject(store.reader, await addProject(store, project, now), origin),
  )
  return json
    ? JSON.stringify({ id, slug, name, dsn })
    : `Created the project "${name}" (${slug}). Its DSN:\n${dsn}`
}
