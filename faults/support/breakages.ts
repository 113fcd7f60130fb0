/** Changes to the built server that take one promise away. */
export interface Breakage {
  fault: string
  /** What is broken, as a person would say it. */
  what: string
  edits: Edit[]
}

export interface Edit {
  /** Below `server/dist`. */
  file: string
  /** Must be there exactly once. */
  from: string
  to: string
}

/** A fault that has never been seen to fail shows nothing: here is how each does. */
export const breakages: Breakage[] = [
  {
    fault: 'sync-audit',
    what: 'the log is not synced at each commit',
    edits: [{ file: 'store/sqlite/connection.js', from: 'synchronous = FULL', to: 'synchronous = NORMAL' }],
  },
  {
    fault: 'crash',
    what: 'an event is acknowledged before it is committed',
    edits: [
      {
        file: 'ingest/digest/digest-batch.js',
        from: 'const answers = await work.record(decoded);',
        to: 'const answers = decoded.map(({ answer }) => answer); setTimeout(() => work.record(decoded), 500);',
      },
    ],
  },
  {
    fault: 'crash',
    what: 'an event that is sent again counts again',
    edits: [
      {
        file: 'store/recorder/without-duplicates.js',
        from: 'for (const row of known)',
        to: 'for (const row of [])',
      },
      {
        file: 'store/recorder/insert-events.js',
        from: ".insertInto('events').values(slice)",
        to: ".insertInto('events').orReplace().values(slice)",
      },
    ],
  },
]
