import { variable } from './variable.ts'
import * as kind from './variable-kinds.ts'

/** What is left alone of the disk that the data directory is on. */
export const diskVariables = {
  lowWaterBytes: variable(
    'DISK_LOW_WATER_BYTES',
    kind.count,
    '268435456',
    'With less room than this on the disk of the data directory, events are refused until there is more.',
  ),
  lowWaterPercent: variable(
    'DISK_LOW_WATER_PERCENT',
    kind.percent,
    '2',
    'The same as a share of the disk; the larger of the two holds.',
  ),
  ballastBytes: variable(
    'DISK_BALLAST_BYTES',
    kind.count,
    '67108864',
    'The size of a file that is given up when the disk is full, so that old events can still be removed; 0 for none.',
  ),
}
