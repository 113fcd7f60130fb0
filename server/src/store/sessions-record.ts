/** One report about sessions: of one of them, or of many at once. */
export interface SessionRecord {
  projectId: number
  release: string
  environment: string
  /** When the sessions started, epoch milliseconds. */
  startedAtMs: number
  /** Sessions that this report is the first to tell of. */
  started: number
  /** Sessions of many at once that did not go well. */
  errored: number
  crashed: number
  /** Of a single session that did not go well: 16 bytes, so that it is counted once however often it is told. */
  troubled: { sessionId: Buffer; status: 'errored' | 'crashed' } | undefined
  /** 16 bytes that tell users apart. */
  userHash: Buffer | undefined
}

const hourMs = 3_600_000

export function startHour({ startedAtMs }: SessionRecord): number {
  return startedAtMs - (startedAtMs % hourMs)
}

/** In one order of each table, so that two servers cannot wait for each other's rows. */
export function inKeyOrder<Row>(rows: Map<string, Row>): Row[] {
  return [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
