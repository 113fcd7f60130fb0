/** null for none, NaN for what is no number; people write 10,000 as well as 10 000. */
export function readAmount(text: string): number | null {
  const digits = text.replaceAll(/[\s,_'’]/g, '')
  if (digits === '') return null
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN
}

export function textOf(amount: number | null): string {
  return amount === null ? '' : String(amount)
}
