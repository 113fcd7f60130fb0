const eventId = /(?<!\S)(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?!\S)/i
const statusCondition = /(?<!\S)!?is:\S+/g

/** What was sought, so that it can be said of an empty list; `everywhere` is the same in issues of any status. */
export function readQuery(query: string): {
  eventId: string | undefined
  hasWords: boolean
  everywhere: string
} {
  const everywhere = query.replaceAll(statusCondition, '').replaceAll(/\s+/g, ' ').trim()
  return {
    eventId: eventId.exec(query)?.[0],
    hasWords: everywhere.split(/\s+/).some((term) => term !== '' && !/^!?[a-z][\w.]*:/i.test(term)),
    everywhere,
  }
}
