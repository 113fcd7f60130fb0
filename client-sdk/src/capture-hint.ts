import type { Level, Mechanism, Primitive, User } from './options.ts'
import type { Scope } from './scope.ts'

/** Context for one event alone. */
export interface CaptureContext {
  user?: User
  level?: Level
  tags?: Record<string, Primitive>
  extra?: Record<string, unknown>
  contexts?: Record<string, Record<string, unknown>>
  fingerprint?: string[]
}

/** What may come with an error: context, or a function that sets it on a copy of the scope. */
export type CaptureHint =
  | (CaptureContext & {
      captureContext?: CaptureContext | ((scope: Scope) => unknown)
      /** For integrations: how the error came to be known. */
      mechanism?: Mechanism
    })
  | ((scope: Scope) => unknown)

/** The scope as it is for one event; the given one stays as it was. */
export function scopeWithHint(scope: Scope, hint: CaptureHint | undefined): Scope {
  if (hint === undefined || hint === null) return scope
  const copy = scope.clone()
  if (typeof hint === 'function') hint(copy)
  else {
    apply(copy, hint)
    const { captureContext } = hint
    if (typeof captureContext === 'function') captureContext(copy)
    else if (captureContext !== undefined) apply(copy, captureContext)
  }
  return copy
}

function apply(scope: Scope, { user, level, tags, extra, contexts, fingerprint }: CaptureContext): void {
  if (user !== undefined) scope.setUser(user)
  if (level !== undefined) scope.setLevel(level)
  if (tags !== undefined) scope.setTags(tags)
  if (fingerprint !== undefined) scope.setFingerprint(fingerprint)
  for (const [key, value] of Object.entries(extra ?? {})) scope.setExtra(key, value)
  for (const [name, context] of Object.entries(contexts ?? {})) scope.setContext(name, context)
}
