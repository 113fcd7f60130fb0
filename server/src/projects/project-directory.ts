import type { Reader } from '../store/store.ts'

/** Who holds a DSN key. */
export interface KeyHolder {
  projectId: number
  slug: string
  status: 'active' | 'disabled'
}

/** The DSN keys in memory, so that an event asks no database whose it is. */
export interface ProjectDirectory {
  /** Looks the key up in memory; only for one that is missing it asks the store whether anything is new. */
  findKey: (publicKey: string) => Promise<KeyHolder | undefined>
  /** Reads the keys again if they may have changed: cheap, for every second. */
  refresh: () => Promise<void>
}

export async function loadProjectDirectory(reader: Reader): Promise<ProjectDirectory> {
  let version = await readVersion(reader)
  let keys = await readKeys(reader)
  let refreshing: Promise<void> | undefined

  async function reload(): Promise<void> {
    const current = await readVersion(reader)
    if (current === version) return
    keys = await readKeys(reader)
    version = current
  }

  /** A flood of unknown keys shares one look. */
  function refresh(): Promise<void> {
    refreshing ??= reload().finally(() => (refreshing = undefined))
    return refreshing
  }

  return {
    async findKey(publicKey) {
      if (!keys.has(publicKey)) await refresh()
      return keys.get(publicKey)
    },
    refresh,
  }
}

async function readVersion(reader: Reader): Promise<number> {
  const row = await reader.selectFrom('installation').select('config_version').executeTakeFirst()
  return row?.config_version ?? 0
}

async function readKeys(reader: Reader): Promise<Map<string, KeyHolder>> {
  const rows = await reader
    .selectFrom('dsn_keys')
    .innerJoin('projects', 'projects.id', 'dsn_keys.project_id')
    .select(['dsn_keys.public_key', 'dsn_keys.status', 'projects.id', 'projects.slug'])
    .execute()
  return new Map(
    rows.map(({ public_key, id, slug, status }) => [public_key, { projectId: id, slug, status }]),
  )
}
