const barChars = 30

/**
 * Answers with a function to call with how much is done. It draws a bar on a terminal, and says nothing elsewhere,
 * where a bar would fill the log.
 */
export function showProgress(what: string, total: number): (done: number) => void {
  const stream = process.stderr
  let drawn = -1
  return (done) => {
    const percent = Math.floor((100 * done) / total)
    if (!stream.isTTY || percent === drawn) return
    drawn = percent
    const bar = '#'.repeat(Math.round((barChars * percent) / 100)).padEnd(barChars, '.')
    stream.write(`\r${what} [${bar}] ${percent} %${percent === 100 ? '\n' : ''}`)
  }
}
