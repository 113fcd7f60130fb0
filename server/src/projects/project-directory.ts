import { defaultPageSettings, type ProjectSettings } from '../domain/project-settings.ts'
import type { StorageSettings } from '../domain/storage/index.ts'
import type { Reader } from '../store/store.ts'
import { createRulesReader, type ReadRules } from './read-grouping-rules.ts'
import { readSettings } from './read-settings.ts'

/** Who holds a DSN key. */
export interface KeyHolder {
  projectId: number
  publicKey: string
  status: 'active' | 'disabled'
  settings: ProjectSettings
}

/** The projects and their DSN keys in memory, so that an event asks no database whose it is. */
export interface ProjectDirectory {
  /** Looks the key up in memory; only for one that is missing it asks the store whether anything is new. */
  findKey: (publicKey: string) => Promise<KeyHolder | undefined>
  /** Whether there is such a project, as far as the memory knows. */
  hasProject: (projectId: number) => boolean
  /** How much a project keeps, as far as the memory knows. */
  storageOf: (projectId: number) => StorageSettings
  /** Reads everything again if it may have changed: cheap, for every second. */
  refresh: () => Promise<void>
}

interface Contents {
  version: number
  keys: Map<string, KeyHolder>
  settings: Map<number, ProjectSettings>
}

/** `onLoad` gets the settings of all projects, at the first time and whenever something changed. */
export async function loadProjectDirectory(
  reader: Reader,
  onLoad: (settings: Map<number, ProjectSettings>) => void,
): Promise<ProjectDirectory> {
  const readRules = createRulesReader()
  let contents = await load(reader, readRules)
  onLoad(contents.settings)
  let refreshing: Promise<void> | undefined

  async function reload(): Promise<void> {
    if ((await readVersion(reader)) === contents.version) return
    contents = await load(reader, readRules)
    onLoad(contents.settings)
  }

  /** A flood of unknown keys shares one look. */
  function refresh(): Promise<void> {
    refreshing ??= reload().finally(() => (refreshing = undefined))
    return refreshing
  }

  return {
    async findKey(publicKey) {
      if (!contents.keys.has(publicKey)) await refresh()
      return contents.keys.get(publicKey)
    },
    hasProject: (projectId) => contents.settings.has(projectId),
    storageOf: (projectId) => (contents.settings.get(projectId) ?? defaultPageSettings).storage,
    refresh,
  }
}

/** The version first: what changes while the rest is read makes it stale, and is read the next time. */
async function load(reader: Reader, readRules: ReadRules): Promise<Contents> {
  const version = await readVersion(reader)
  const projects = await reader.selectFrom('projects').select(['id', 'settings', 'grouping_rules']).execute()
  const settings = new Map(
    projects.map((row): [number, ProjectSettings] => {
      const grouping = readRules(row.id, row.grouping_rules)
      return [row.id, { ...readSettings(row.settings), grouping }]
    }),
  )
  const keys = await reader.selectFrom('dsn_keys').select(['public_key', 'project_id', 'status']).execute()
  return { version, settings, keys: new Map(keys.flatMap((row) => holderOf(row, settings))) }
}

function holderOf(
  row: { public_key: string; project_id: number; status: KeyHolder['status'] },
  settings: Contents['settings'],
): [string, KeyHolder][] {
  const own = settings.get(row.project_id)
  if (own === undefined) return []
  const { public_key: publicKey, project_id: projectId, status } = row
  return [[publicKey, { projectId, publicKey, status, settings: own }]]
}

async function readVersion(reader: Reader): Promise<number> {
  const row = await reader.selectFrom('installation').select('config_version').executeTakeFirst()
  return row?.config_version ?? 0
}
