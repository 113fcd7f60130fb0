/** The share that did not crash, in percent; undefined where nothing was counted. */
export function crashFree(all: number, crashed: number): number | undefined {
  if (all <= 0) return undefined
  return (Math.max(all - crashed, 0) / all) * 100
}

/** "99.95 %", rounded down: 100 % is said only where nothing crashed. */
export function sayShare(percent: number | undefined): string {
  if (percent === undefined) return '–'
  const floored = Math.floor(percent * 100 + 1e-9) / 100
  return `${floored} %`
}
