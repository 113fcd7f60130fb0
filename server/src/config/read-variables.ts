import { variables, type Values } from './env.ts'
import { nearestName } from '../domain/nearest-name.ts'
import type { Variable } from './variable.ts'

/** An empty variable is as good as none: compose files pass those on. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Test runs have settings of their own, which a server that they start inherits. */
const notOurs = /^MISHAP_(?:TEST_|DSN$)/

/** Reads every variable, and says of each that is wrong or unknown what would be right. */
export function readVariables(env: Environment): { values: Values; complaints: string[] } {
  const complaints = complainOfUnknown(env)
  const values: Record<string, unknown> = {}
  for (const [key, variable] of Object.entries(variables)) {
    const text = env[variable.name] || variable.fallback
    if (text === undefined) continue
    const parsed = variable.schema.safeParse(text)
    if (parsed.success) values[key] = parsed.data
    else complaints.push(complainOf(variable, text))
  }
  // Each value was parsed by its own schema; where one was not, there is a complaint.
  return { values: values as Values, complaints }
}

function complainOf({ name, expected, secrecy }: Variable, text: string): string {
  return `${name} must be ${expected}${secrecy === 'secret' ? '' : `, not "${text}"`}.`
}

function complainOfUnknown(env: Environment): string[] {
  const known = Object.values(variables).map(({ name }) => name)
  const unknown = Object.keys(env).filter(
    (name) => name.startsWith('MISHAP_') && !notOurs.test(name) && !known.includes(name),
  )
  return unknown.map((name) => {
    const nearest = nearestName(name, known)
    return nearest === undefined
      ? `There is no variable ${name}.`
      : `There is no variable ${name}. Did you mean ${nearest}?`
  })
}
