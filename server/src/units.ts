import { accountUnits } from './accounts/units.ts'
import { groupingRunUnits } from './grouping-runs/units.ts'
import { ingestUnits } from './ingest/units.ts'
import { issueUnits } from './issues/units.ts'
import { projectUnits } from './projects/units.ts'
import { searchIndexUnits } from './search-index/units.ts'
import { createInstallation } from './store/installation.ts'
import { storageUnits } from './storage/units.ts'
import type { AnyUnit } from './store/sqlite/run-units.ts'

const units: AnyUnit[] = [
  createInstallation,
  ...accountUnits,
  ...ingestUnits,
  ...issueUnits,
  ...projectUnits,
  ...groupingRunUnits,
  ...searchIndexUnits,
  ...storageUnits,
]

/** Every write that may be asked of the writer's thread, by name. */
export const allUnits = new Map(units.map((unit) => [unit.name, unit]))
