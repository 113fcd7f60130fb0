/** How a column's values are sent: numbers are whole, below 2^53. */
export type ColumnType = 'number' | 'text' | 'bytes'

export type Columns = Record<string, ColumnType>

interface Values {
  number: number | null
  text: string | null
  bytes: Uint8Array | null
}

/** A row with a value for each of the columns. */
export type BulkRow<Of extends Columns> = { [Name in keyof Of]: Values[Of[Name]] }

/** Inserts rows; `onConflict` is one text on both engines. No two rows of a call may have the same key. */
export interface BulkInsert<Of extends Columns = Columns> {
  table: string
  columns: Of
  onConflict: string
}

/** Changes the row of each key: `set` columns become what is given, to `add` columns it is added, `raise` columns keep the greater. */
export interface BulkUpdate<
  Keys extends Columns = Columns,
  Set extends Columns = Columns,
  Add extends Columns = Columns,
  Raise extends Columns = Columns,
> {
  table: string
  keys: Keys
  set: Set
  add: Add
  raise: Raise
}

/** Reads what each key finds: the columns `keys` of `keyed`, which is a table or an alias of `from`. */
export interface BulkFind<Keys extends Columns = Columns> {
  select: string
  from: string
  keyed: string
  keys: Keys
}

/**
 * The statements of the hot path: the same few texts for any number of rows, so that they are prepared once. On SQLite
 * each row runs by itself, which costs microseconds there; on PostgreSQL all of them are one round trip. Rows that other
 * transactions may change too come in the order of their keys, else two servers could wait for each other.
 */
export interface Bulk {
  insert<Of extends Columns>(statement: BulkInsert<Of>, rows: BulkRow<NoInfer<Of>>[]): Promise<void>
  /** With `ON CONFLICT DO NOTHING`: answers the rows that were not there yet. */
  insertNew<Of extends Columns, Row extends BulkRow<NoInfer<Of>>>(
    statement: BulkInsert<Of>,
    rows: Row[],
  ): Promise<Row[]>
  update<Keys extends Columns, Set extends Columns, Add extends Columns, Raise extends Columns>(
    statement: BulkUpdate<Keys, Set, Add, Raise>,
    rows: BulkRow<NoInfer<Keys & Set & Add & Raise>>[],
  ): Promise<void>
  /** Answers the rows for whose keys there is none. */
  updateKnown<
    Keys extends Columns,
    Set extends Columns,
    Add extends Columns,
    Raise extends Columns,
    Row extends BulkRow<NoInfer<Keys & Set & Add & Raise>>,
  >(
    statement: BulkUpdate<Keys, Set, Add, Raise>,
    rows: Row[],
  ): Promise<Row[]>
  /** `Row` is what the text selects. The order is not that of the keys. */
  find<Row>(statement: BulkFind, keys: BulkRow<Columns>[]): Promise<Row[]>
}
