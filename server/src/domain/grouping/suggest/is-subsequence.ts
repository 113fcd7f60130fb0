/** Whether all of `short` stands in `long`, in the same order. */
export function isSubsequence(short: string[], long: string[]): boolean {
  let found = 0
  for (const item of long) if (found < short.length && item === short[found]) found++
  return found === short.length
}
