import type { Dialect, Tx } from './store.ts'

/** What the digest worker writes with: transactions, one after another, on whichever engine. */
export interface WriteHandle {
  readonly dialect: Dialect
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}
