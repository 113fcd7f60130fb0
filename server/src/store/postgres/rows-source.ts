import type { Columns } from '../bulk/statements.ts'

type AnyRow = Record<string, unknown>

/**
 * What stands for rows of parameters in a statement. Bytes of all rows are one parameter, cut by offsets: as an array
 * they would be sent as text, twice as long, which cost half of the rate.
 */
export function rowsSource(columns: Columns): { source: string; columnOf(name: string): string } {
  const names = Object.keys(columns)
  const arrays: string[] = []
  const inner: string[] = []
  const outer: string[] = []
  let parameter = 0
  const next = (): string => `$${++parameter}`
  names.forEach((name, index) => {
    const place = `c${index}`
    if (columns[name] === 'bytes') {
      const all = next()
      arrays.push(`${next()}::int[]`, `${next()}::int[]`)
      inner.push(`${place}_at`, `${place}_length`)
      outer.push(`substring(${all}::bytea FROM ${place}_at FOR ${place}_length) AS ${place}`)
    } else {
      arrays.push(`${next()}::${columns[name] === 'number' ? 'bigint' : 'text'}[]`)
      inner.push(place)
      outer.push(place)
    }
  })
  return {
    source: `(SELECT ${outer.join(', ')} FROM unnest(${arrays.join(', ')}) AS u (${inner.join(', ')})) AS k`,
    columnOf: (name) => `k.c${names.indexOf(name)}`,
  }
}

/** The parameters for the rows, in the order that `rowsSource` gives them. */
export function bindRows(columns: Columns, rows: AnyRow[]): unknown[] {
  return Object.entries(columns).flatMap(([name, type]) => {
    const values = rows.map((row) => row[name])
    return type === 'bytes' ? concatenated(values) : [values]
  })
}

function concatenated(
  values: unknown[],
): [all: Buffer, starts: (number | null)[], lengths: (number | null)[]] {
  const pieces: Uint8Array[] = []
  const starts: (number | null)[] = []
  const lengths: (number | null)[] = []
  let at = 1
  for (const value of values) {
    if (value instanceof Uint8Array) {
      pieces.push(value)
      starts.push(at)
      lengths.push(value.length)
      at += value.length
    } else {
      starts.push(null)
      lengths.push(null)
    }
  }
  return [Buffer.concat(pieces), starts, lengths]
}
