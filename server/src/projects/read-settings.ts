import { projectSettings } from '../contract/index.ts'
import { defaultProjectSettings, type ProjectSettings } from '../domain/project-settings.ts'

/** The settings of a project's row. What an older version wrote is completed from the defaults. */
export function readSettings(json: string | null): ProjectSettings {
  if (json === null) return defaultProjectSettings
  const stored: unknown = JSON.parse(json)
  const complete = projectSettings.safeParse(completed(stored))
  return complete.success ? complete.data : defaultProjectSettings
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
