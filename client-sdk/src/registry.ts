import type { Reporter } from './reporter.ts'
import { Scope } from './scope.ts'

/** Keeps a scope for everything that a call starts, also later: AsyncLocalStorage where there is one. */
export interface ScopeStorage {
  getStore(): Scope | undefined
  run<Result>(scope: Scope, work: () => Result): Result
}

/**
 * What all copies of the package in a process share. A program may load the ESM and the CommonJS build, and
 * several doors; an error is still reported once, with one scope.
 */
export interface Registry {
  client: Reporter | undefined
  globalScope: Scope
  /** Scopes of `withScope` where nothing keeps them across awaits. */
  stack: Scope[]
  storage: ScopeStorage | undefined
  /** The event id of everything with an identity that was reported. */
  reported: WeakMap<object, string>
  /** The scope of each request: an emitter or a pool of connections may lead its error out of it. */
  requestScopes: WeakMap<object, Scope>
  /** Where our own code stands in stacks, as file, line and column. */
  ownPlaces: Set<string>
}

const key = Symbol.for('mishap.sdk.1')

export function registry(): Registry {
  const holder = globalThis as { [key]?: Registry }
  holder[key] ??= {
    client: undefined,
    globalScope: new Scope(),
    stack: [],
    storage: undefined,
    reported: new WeakMap(),
    requestScopes: new WeakMap(),
    ownPlaces: new Set(),
  }
  return holder[key]
}

export function currentScope(): Scope {
  const { storage, stack, globalScope } = registry()
  return stack.at(-1) ?? storage?.getStore() ?? globalScope
}

/** Runs `work` with `scope` as the current one; also what it starts and awaits, where the runtime can keep it. */
export function runWithScope<Result>(scope: Scope, work: () => Result): Result {
  const { storage, stack } = registry()
  if (storage !== undefined) return storage.run(scope, work)
  stack.push(scope)
  try {
    return work()
  } finally {
    stack.splice(stack.lastIndexOf(scope), 1)
  }
}
