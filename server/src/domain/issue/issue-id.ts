/** Where an issue is: numbered within its project. */
export interface IssueKey {
  projectId: number
  number: number
}

/** An issue as a person or the API names it. */
export type IssueName = { kind: 'id'; key: IssueKey } | { kind: 'short'; prefix: string; number: number }

/** Crockford's base 32: no letter that could be taken for a digit. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function formatIssueId({ projectId, number }: IssueKey): string {
  return `${projectId}-${number}`
}

export function formatShortId(prefix: string, number: number): string {
  let text = ''
  for (let rest = number; rest > 0; rest = Math.floor(rest / 32)) text = digits.charAt(rest % 32) + text
  return `${prefix}-${text}`
}

const shortId = /^([A-Z][A-Z0-9]{1,7})-([0-9A-HJKMNP-TV-Z]{1,10})$/
const plainId = /^(\d{1,15})-(\d{1,15})$/

/** Either form: `<projectId>-<number>` or `<PREFIX>-<number in base 32>`, in any case. */
export function parseIssueName(text: string): IssueName | undefined {
  const plain = plainId.exec(text)
  if (plain !== null) return { kind: 'id', key: { projectId: Number(plain[1]), number: Number(plain[2]) } }
  const match = shortId.exec(text.toUpperCase())
  if (match === null) return undefined
  const [, prefix = '', number = ''] = match
  return { kind: 'short', prefix, number: parseDigits(number) }
}

function parseDigits(text: string): number {
  return Array.from(text).reduce((sum, digit) => sum * 32 + digits.indexOf(digit), 0)
}
