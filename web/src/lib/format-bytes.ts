const units = ['bytes', 'KB', 'MB', 'GB']

/** 20,480 as "20 KB"; the units are powers of 1,024, as file managers count. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1)
  const amount = bytes / 1_024 ** power
  const shown = power === 0 || amount >= 10 ? Math.round(amount) : Math.round(amount * 10) / 10
  return `${shown} ${bytes === 1 ? 'byte' : (units[power] ?? '')}`
}
