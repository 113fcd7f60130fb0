/** With fewer letters a pattern covers messages that have nothing to do with these two. */
const fewestLetters = 8
const longest = 300

/** The narrowest pattern of beginning, `*` and end that covers both patterns; undefined when it says too little. */
export function coveringGlob(one: string, other: string): string | undefined {
  const glob = one === other ? one : `${commonStart(one, other)}*${commonEnd(one, other)}`
  const tidy = glob.replaceAll(/\*[*?\s]*\*/g, '*')
  const letters = tidy.replaceAll(/\P{L}/gu, '').length
  return letters < fewestLetters || tidy.length > longest ? undefined : tidy
}

/** To the last whole word. */
function commonStart(one: string, other: string): string {
  let length = 0
  while (length < Math.min(one.length, other.length) && one.charAt(length) === other.charAt(length))
    length += 1
  return one.slice(0, length).replace(/[\p{L}\d]+$/u, '')
}

function commonEnd(one: string, other: string): string {
  const start = commonStart(one, other).length
  let length = 0
  while (
    length < Math.min(one.length, other.length) - start &&
    one.charAt(one.length - 1 - length) === other.charAt(other.length - 1 - length)
  )
    length += 1
  return one.slice(one.length - length).replace(/^[\p{L}\d]+/u, '')
}
