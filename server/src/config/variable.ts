import type * as z from 'zod'
import type { VariableKind } from './variable-kinds.ts'

export interface Variable<
  Schema extends z.ZodType = z.ZodType,
  Fallback extends string | undefined = string | undefined,
> extends VariableKind<Schema> {
  name: string
  /** As it would be written in the environment; undefined: nothing. */
  fallback: Fallback
  meaning: string
}

export function variable<Schema extends z.ZodType, Fallback extends string | undefined>(
  name: string,
  of: VariableKind<Schema>,
  fallback: Fallback,
  meaning: string,
): Variable<Schema, Fallback> {
  return { name: `MISHAP_${name}`, ...of, fallback, meaning }
}
