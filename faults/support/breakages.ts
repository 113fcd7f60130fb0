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

const acknowledgeEarly: Edit = {
  file: 'ingest/digest/digest-batch.js',
  from: 'const answers = await work.record(decoded);',
  to: 'const answers = decoded.map(({ answer }) => answer); setTimeout(() => work.record(decoded), 500);',
}

const letBodiesBeSlow: Edit = {
  file: 'slow-bodies.js',
  from: 'return seconds >= graceSeconds',
  to: 'return false',
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
    edits: [acknowledgeEarly],
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
        from: "onConflict: ''",
        to: "onConflict: 'ON CONFLICT DO NOTHING'",
      },
    ],
  },
  {
    fault: 'io-error',
    what: 'the server goes on when its disk fails',
    edits: [{ file: 'digest-worker.js', from: 'trouble !== undefined', to: 'false' }],
  },
  {
    fault: 'slow-disk',
    what: 'an event is acknowledged before it is committed',
    edits: [acknowledgeEarly],
  },
  {
    fault: 'disk',
    what: 'nobody looks how much room there is',
    edits: [{ file: 'guard-disk.js', from: "if (database.engine === 'postgres')", to: 'if (true)' }],
  },
  {
    fault: 'disk',
    what: 'an event is acknowledged before it is committed',
    edits: [acknowledgeEarly],
  },
  {
    fault: 'lock',
    what: 'the database is waited for no longer than a moment',
    edits: [{ file: 'store/sqlite/connection.js', from: 'busyTimeoutMs = 5_000', to: 'busyTimeoutMs = 50' }],
  },
  {
    fault: 'lock',
    what: 'two servers may run on the same data',
    edits: [
      { file: 'store/sqlite/server-lock.js', from: "lock.exec('BEGIN EXCLUSIVE')", to: "lock.exec('BEGIN')" },
    ],
  },
  {
    fault: 'lock',
    what: 'the log is never cut back',
    edits: [
      {
        file: 'store/sqlite/connection.js',
        from: ' = ${journalSizeLimitBytes}',
        to: ' = -1',
      },
    ],
  },
  {
    fault: 'corrupt',
    what: 'the database file is opened as it is',
    edits: [
      { file: 'store/sqlite/guard-file.js', from: 'if (stats.size === 0)', to: 'if (false)' },
      { file: 'store/sqlite/check-pages.js', from: "if (verdict !== 'ok')", to: 'if (false)' },
    ],
  },
  {
    fault: 'backup',
    what: 'the checksum of a backup is not looked at',
    edits: [{ file: 'cli/restore.js', from: 'await refuseOtherChecksum(backup)', to: '' }],
  },
  {
    fault: 'backup',
    what: 'the database file is copied without its log',
    edits: [
      {
        file: 'store/sqlite/copy-snapshot.js',
        from: 'await source.backup(copy, { progress: () => pagesPerStep })',
        to: "(await import('node:fs')).copyFileSync(file, copy)",
      },
    ],
  },
  {
    fault: 'shutdown',
    what: 'requests may take as long as they like to end',
    edits: [
      { file: 'main.js', from: 'shutdownGraceMs = 8_000', to: 'shutdownGraceMs = 60_000' },
      // Closes what is half-sent after ten seconds, whether the server is to end or not.
      letBodiesBeSlow,
    ],
  },
  {
    fault: 'shutdown',
    what: 'a second signal changes nothing',
    edits: [{ file: 'serve.js', from: 'untilSignal().then(() => process.exit(1))', to: 'untilSignal()' }],
  },
  {
    fault: 'overload',
    what: 'whatever comes may wait',
    edits: [
      {
        file: 'ingest/digest/digest-port.js',
        from: 'if (isLate || !place.requests.mayHold(1))',
        to: 'if (false)',
      },
    ],
  },
  {
    fault: 'noisy-neighbour',
    what: 'no project has a share of the queue',
    edits: [
      { file: 'domain/limits/is-fair-share.js', from: 'const share = 0.25', to: 'const share = 0' },
      { file: 'domain/limits/is-fair-share.js', from: 'if (ofProject === 0)', to: 'if (false)' },
    ],
  },
  {
    fault: 'slowloris',
    what: 'a body may be as slow as it likes',
    edits: [letBodiesBeSlow],
  },
  {
    fault: 'slowloris',
    what: 'one address may have all connections',
    edits: [{ file: 'listen.js', from: 'if (count > most)', to: 'if (false)' }],
  },
]
