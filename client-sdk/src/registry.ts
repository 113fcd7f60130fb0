import type { Client } from './client.ts'
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
  client: Client | undefined
  globalScope: Scope
  /** Scopes of `withScope` where nothing keeps them across awaits. */
  stack: Scope[]
  storage: ScopeStorage | undefined
  /** The event id of every error object that was reported. */
  reported: WeakMap<object, string>
  lastEventId: string | undefined
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
    lastEventId: undefined,
  }
  return holder[key]
}

export function currentScope(): Scope {
  const { storage, stack, globalScope } = registry()
  return stack.at(-1) ?? storage?.getStore() ?? globalScope
}
