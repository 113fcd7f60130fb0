import { projectSettings } from '../contract/index.ts'
import { defaultPageSettings, type PageSettings } from '../domain/project-settings.ts'

/** The settings of a project's row. What an older version wrote is completed from the defaults. */
export function readSettings(json: string | null): PageSettings {
  if (json === null) return defaultPageSettings
  const complete = projectSettings.safeParse(completed(parsed(json)))
  return complete.success ? complete.data : defaultPageSettings
}

/** A row that somebody broke must not stop the other projects. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function completed(stored: unknown): unknown {
  const { scrubbing, filters, limits, storage } = defaultPageSettings
  const given: Partial<Record<keyof PageSettings, object>> =
    typeof stored === 'object' && stored !== null ? stored : {}
  return {
    scrubbing: { ...scrubbing, ...given.scrubbing },
    filters: { ...filters, ...given.filters },
    limits: { ...limits, ...given.limits },
    storage: { ...storage, ...given.storage },
  }
}
