import { accountUnits } from './accounts/units.ts'
import { groupingRunUnits } from './grouping-runs/units.ts'
import { ingestUnits } from './ingest/units.ts'
import { issueUnits } from './issues/units.ts'
import { projectUnits } from './projects/units.ts'
import { createInstallation } from './store/installation.ts'
import type { AnyUnit } from './store/sqlite/run-units.ts'

const units: AnyUnit[] = [
  createInstallation,
  ...accountUnits,
  ...ingestUnits,
  ...issueUnits,
  ...projectUnits,
  ...groupingRunUnits,
]

/** Every write that may be asked of the writer's thread, by name. */
export const allUnits = new Map(units.map((unit) => [unit.name, unit]))
