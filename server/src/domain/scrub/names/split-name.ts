const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g
const wordEdge = /[^\p{L}]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u
const longestName = 256

/**
 * The lower-case words of a name: `userAPIKey2` has `user`, `api`, `key`. Look-alikes (NFKC) and invisible characters
 * do not hide a word; digits end one. Of a very long name only the end counts, where the noun is.
 */
export function splitName(name: string): string[] {
  return name
    .slice(-longestName)
    .normalize('NFKC')
    .replace(invisible, '')
    .split(wordEdge)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())
}
