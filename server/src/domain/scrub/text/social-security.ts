/** Area, group and serial; 000, 666 and 9xx were never areas, and no part is all zeros (ssa.gov, randomization FAQ). */
const number = /^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/

/** Whether a whole word of eleven characters is a US social security number. */
export function isSocialSecurity(word: string): boolean {
  return number.test(word)
}
