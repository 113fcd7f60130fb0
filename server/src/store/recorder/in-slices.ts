/** SQLite takes 32,766 parameters a statement; our widest row has twenty-three. */
const rowsPerStatement = 1_000

/** Cuts rows into pieces that fit one statement on both engines; no piece is empty. */
export function inSlices<Row>(rows: Row[]): Row[][] {
  const slices: Row[][] = []
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    slices.push(rows.slice(start, start + rowsPerStatement))
  }
  return slices
}
