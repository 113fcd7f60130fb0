import type * as z from 'zod'

/** What is wrong with a field, for the person who can mend it. undefined leaves it to the library's own words. */
export function describeIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'It is missing.'
      return `It must be ${nameOf(issue.expected)}.`
    case 'invalid_value':
      return `It must be ${listed(issue.values.map(String))}.`
    case 'too_big':
      return `It must be at most ${amount(issue.maximum, issue.origin)}.`
    case 'too_small':
      return `It must be at least ${amount(issue.minimum, issue.origin)}.`
    default:
      return undefined
  }
}

function nameOf(expected: string): string {
  if (expected === 'int') return 'a whole number'
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`
}

function listed(values: string[]): string {
  return values.length === 1 ? String(values[0]) : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
}

function amount(limit: number | bigint, origin: string): string {
  if (origin === 'string') return `${limit} characters long`
  return origin === 'array' ? `${limit} items long` : String(limit)
}
