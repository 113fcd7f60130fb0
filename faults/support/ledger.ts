import { closeSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs'

/** The client's own record of what it was promised: the ids that were answered with a 200. */
export interface Ledger {
  add(eventId: string): void
  /** All of them, read back from the file. */
  read(): string[]
  close(): void
}

/** Each id is in the file at once; the file is synced as soon as this turn's ids are in it. */
export function openLedger(file: string): Ledger {
  const descriptor = openSync(file, 'a+')
  let armed = false
  const sync = (): void => {
    armed = false
    fdatasyncSync(descriptor)
  }
  return {
    add(eventId) {
      writeSync(descriptor, `${eventId}\n`)
      if (!armed) setImmediate(sync)
      armed = true
    },
    read: () => readFileSync(file, 'utf8').split('\n').filter(Boolean),
    close: () => closeSync(descriptor),
  }
}
