/** The smallest value that so many percent of the values do not exceed; 0 where there are none. One decimal. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0
  return Math.round(value * 10) / 10
}
