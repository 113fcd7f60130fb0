import * as z from 'zod'

/** How the text of a variable is read, and what is said when it cannot be. */
export interface VariableKind<Schema extends z.ZodType = z.ZodType> {
  /** Ends the sentence "… must be". */
  expected: string
  schema: Schema
  /** Its text is never shown. */
  secrecy: 'open' | 'secret'
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

export const port = open('a port from 0 to 65535', wholeNumber(0, 65_535))
export const refuseOrAllow = open('refuse or allow', z.enum(['refuse', 'allow']))
export const percent = open('a whole number from 0 to 90', wholeNumber(0, 90))
export const directory = open('a directory', z.string())
export const email = open('an email address', z.email().max(200))
export const logLevel = open(`one of ${levels.join(', ')}`, z.enum(levels))
export const count = open('a whole number', wholeNumber(0, Number.MAX_SAFE_INTEGER))
export const positive = open('a whole number above 0', wholeNumber(1, Number.MAX_SAFE_INTEGER))
/** Beyond, recursion would overflow the stack. */
export const depth = open('a whole number from 1 to 1000', wholeNumber(1, 1_000))
export const bytes = open('a whole number of bytes above 0', wholeNumber(1, Number.MAX_SAFE_INTEGER))
export const milliseconds = open('a whole number of milliseconds above 0', wholeNumber(1, 2 ** 31 - 1))
export const origin = open(
  'an address such as https://mishap.example.com, without a path',
  z.string().transform(originOf),
)
export const postgresUrl = secret(
  'an address such as postgres://user:password@host/database',
  z.url({ protocol: /^postgres(ql)?$/ }),
)
export const password = secret('10 to 1000 characters', z.string().min(10).max(1000))

function open<Schema extends z.ZodType>(expected: string, schema: Schema): VariableKind<Schema> {
  return { expected, schema, secrecy: 'open' }
}

function secret<Schema extends z.ZodType>(expected: string, schema: Schema): VariableKind<Schema> {
  return { expected, schema, secrecy: 'secret' }
}

function wholeNumber(least: number, most: number) {
  return z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().min(least).max(most))
}

/** An address with a path would promise what cookies and DSNs cannot keep. */
function originOf(text: string, context: z.RefinementCtx): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin
  context.addIssue({ code: 'custom' })
  return z.NEVER
}
