export const slugLength = 50

/** A slug from a name in any script: `Café & Bar` becomes `cafe-bar`. */
export function slugOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  return words.join('-').slice(0, slugLength).replace(/-$/, '') || 'project'
}

const prefixLength = 8
/** One of digits alone would make short ids that read like ids: `12-1`. */
const isPrefix = /^(?=.*[A-Z])[A-Z0-9]{2,8}$/

/** The first free of the prefixes that fit a slug: its first word, all of it, then all of it with a number. */
export function choosePrefix(slug: string, isTaken: (prefix: string) => boolean): string {
  for (const prefix of prefixesFor(slug)) {
    if (isPrefix.test(prefix) && !isTaken(prefix)) return prefix
  }
  throw new Error('There is always one more prefix.')
}

function* prefixesFor(slug: string): Generator<string> {
  const words = slug.toUpperCase().split('-')
  const all = words.join('')
  yield (words[0] ?? '').slice(0, prefixLength)
  const stem = isPrefix.test(all.slice(0, prefixLength)) ? all : `P${all}`
  yield stem.slice(0, prefixLength)
  for (let number = 2; ; number++) {
    const digits = String(number)
    yield stem.slice(0, prefixLength - digits.length) + digits
  }
}
