import { nearestName } from '../../nearest-name.ts'
import { eventFields, frameActions, frameFields } from './rule.ts'

export const fieldNames = [...eventFields, ...frameFields, 'tags.<key>'] as const
export const actionNames = ['fingerprint', 'add-part', 'drop-part', ...frameActions] as const

/** The parts that a key can have; the explanation of every issue names its own. */
export const partNames = [
  'type',
  'template',
  'site',
  'caller',
  'library',
  'surviving name',
  'class',
  'cycle',
  'page',
  'wrapper type',
  'wrapper site',
  'member',
  'logger',
  'platform',
  'rule',
  'place',
  'added',
] as const

/** What can stand in `{{ }}`, besides the tags. */
export const variableNames = [
  'default',
  'transaction',
  'message',
  'level',
  'logger',
  'type',
  'value',
  'function',
  'path',
  'module',
  'package',
  'error.type',
  'error.value',
  'stack.function',
  'stack.abs_path',
  'stack.filename',
  'stack.module',
  'stack.package',
] as const

const longestWord = 40

/** "There is no field "fuction". Did you mean "function"? There are: …" */
export function describeUnknown(what: string, wrong: string, names: readonly string[]): string {
  const nearest = wrong.length > longestWord ? undefined : nearestName(wrong, names)
  const shown = wrong.length > longestWord ? `${wrong.slice(0, longestWord)}…` : wrong
  const guess = nearest === undefined ? '' : ` Did you mean “${nearest}”?`
  return `There is no ${what} “${shown}”.${guess} Expected one of: ${names.join(', ')}.`
}

export function isOneOf<Name extends string>(names: readonly Name[], word: string): word is Name {
  return names.some((name) => name === word)
}
