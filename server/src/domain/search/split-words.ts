/** Longer words are known by their beginning. In UTF-16 units. */
export const longestWord = 64

const runs = /[\p{L}\p{N}\p{M}]+/gu
/** The same and four times as fast, for most texts. */
const asciiRuns = /[A-Za-z0-9]+/g
const beyondAscii = /[^\0-\x7F]/
const capitalInside = /.(?:[A-Z]|[^\0-\x7F])/s
const smallThenCapital = /([\p{Ll}\p{N}])(\p{Lu})/gu
const capitalThenWord = /(\p{Lu})(\p{Lu}\p{Ll})/gu

/** Of scripts that put no spaces between words. */
const unspaced = String.raw`\p{sc=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`
const isUnspaced = new RegExp(`^[${unspaced}]`, 'u')
const stretches = new RegExp(`[${unspaced}]+|[^${unspaced}]+`, 'gu')

/**
 * Adds the words under which a text is found, until there are `most`: in small letters, cut at everything that is not
 * a letter or digit, and at capitals too while the whole is kept (`getUser` is `getuser`, `get` and `user`). Where a
 * script puts no spaces, every two letters that follow one another are a word.
 */
export function collectWords(text: string, found: Set<string>, most: number): void {
  for (const stretch of stretchesOf(text)) {
    for (const word of isUnspaced.test(stretch) ? pairsAndLast(stretch) : wholeAndParts(stretch)) {
      if (found.size >= most) return
      found.add(word)
    }
  }
}

/** The words that someone asks for, cut as above, but each whole: its parts are in the text that has it. */
export function splitAsked(text: string): string[] {
  return [...stretchesOf(text)].flatMap((stretch) => {
    if (!isUnspaced.test(stretch)) return [shorten(stretch.toLowerCase())]
    const words = [...pairsAndLast(stretch)]
    // One letter is the beginning of a pair; of more, the last is in the last pair.
    return words.length === 1 ? words : words.slice(0, -1)
  })
}

function* stretchesOf(text: string): Generator<string> {
  if (!beyondAscii.test(text)) yield* text.match(asciiRuns) ?? []
  else for (const run of text.normalize('NFKC').match(runs) ?? []) yield* run.match(stretches) ?? []
}

function* wholeAndParts(run: string): Generator<string> {
  yield shorten(run.toLowerCase())
  // What is longer is no name that someone made of words.
  if (run.length > longestWord || !capitalInside.test(run)) return
  const parts = run.replace(smallThenCapital, '$1 $2').replace(capitalThenWord, '$1 $2').split(' ')
  if (parts.length > 1) for (const part of parts) yield part.toLowerCase()
}

function* pairsAndLast(stretch: string): Generator<string> {
  let before = ''
  for (const letter of stretch) {
    if (before !== '') yield before + letter
    before = letter
  }
  yield before
}

/** Never through the middle of a letter that takes two units. */
function shorten(word: string): string {
  if (word.length <= longestWord) return word
  return word.slice(0, longestWord).replace(/[\uD800-\uDBFF]$/, '')
}
