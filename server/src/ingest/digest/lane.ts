/** What waits in one order. Its ends are reached at once, however long it is. */
export interface Lane<Waiting> {
  push(waiting: Waiting): void
  /** Before all that waits. */
  unshift(waiting: Waiting): void
  shift(): Waiting | undefined
  readonly isEmpty: boolean
}

interface Link<Waiting> {
  waiting: Waiting
  next: Link<Waiting> | undefined
}

export function createLane<Waiting>(): Lane<Waiting> {
  let first: Link<Waiting> | undefined
  let last: Link<Waiting> | undefined

  return {
    push(waiting) {
      const link = { waiting, next: undefined }
      if (last === undefined) first = link
      else last.next = link
      last = link
    },
    unshift(waiting) {
      first = { waiting, next: first }
      last ??= first
    },
    shift() {
      const link = first
      first = link?.next
      if (first === undefined) last = undefined
      return link?.waiting
    },
    get isEmpty() {
      return first === undefined
    },
  }
}
