/** How much of the disk of the data directory is left alone. */
export interface DiskLimits {
  /** With less room than this, or than the percentage of the whole disk, no events are taken. */
  lowWaterBytes: number
  lowWaterPercent: number
  /** Kept in a file, to be given up when the disk is full. */
  ballastBytes: number
}
