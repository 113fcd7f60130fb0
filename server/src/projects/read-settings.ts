import { projectSettings } from '../contract/index.ts'
import { defaultProjectSettings, type ProjectSettings } from '../domain/project-settings.ts'

/** The settings of a project's row. What an older version wrote is completed from the defaults. */
export function readSettings(json: string | null): ProjectSettings {
  if (json === null) return defaultProjectSettings
  const complete = projectSettings.safeParse(completed(parsed(json)))
  return complete.success ? complete.data : defaultProjectSettings
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
  const { scrubbing, filters, limits } = defaultProjectSettings
  const given: Partial<Record<keyof ProjectSettings, object>> =
    typeof stored === 'object' && stored !== null ? stored : {}
  return {
    scrubbing: { ...scrubbing, ...given.scrubbing },
    filters: { ...filters, ...given.filters },
    limits: { ...limits, ...given.limits },
  }
}
