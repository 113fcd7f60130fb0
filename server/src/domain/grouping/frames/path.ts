/** Paths are read from their end; a hostile one must not cost more than a normal one. */
const MAX_PATH = 400

/** Segments that change with every deployment and say nothing about the file. */
const VOLATILE =
  /^(?:(?=[a-f]*\d)[0-9a-f]{7,40}|\d{8}(?:[T_-]?\d{4,6}Z?)?|\d{10,14}|v?\d+(?:\.\d+)+\S*|current|releases?|\.|@fs|)$/i

/**
 * Bundlers append a hash of the content: "app-MGKA4PKP.js", "main.3f2a1c9e.chunk.js". Plain words stay. What is
 * written to be run once, or uploaded by its debug id, carries a UUID.
 */
const CONTENT_HASH =
  /(?:[-._]?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:-\d+)?|-(?=[\w-]*[A-Z\d])[\w-]{8}|\.[0-9a-f]{6,40}|[-.](?=[a-f]*\d)[0-9a-f]{7,40})(?:\.(?:chunk|bundle|min))*$/

const EXTENSION =
  /(?:\.(?:chunk|bundle|min))*\.(?:[cm]?[jt]sx?|py[cw]?|rb|erb|php|go|rs|java|kt|scala|cs|vue|svelte|swift|mm?|c(?:c|pp)?|h(?:pp)?|dart)$/

/** One spelling for every operating system and bundler. */
export function cleanPath(path: string): string {
  return path
    .slice(-MAX_PATH)
    .replaceAll('\\', '/')
    .replace(/[?#].*$/, '')
}

/** The last two stable segments: enough to tell files apart, and the same on every machine and deployment. */
export function shortPath(path: string): string {
  const clean = cleanPath(path)
    .replace(/^(?:webpack-internal|webpack|app|file|capacitor|ionic|https?):\/\/(?:[^/]*(?:\/|$))?/, '')
    .replace(/_next\/static\/[^/]+\/(?=pages|_)/, '_next/static/')
  const segments = clean.split('/').filter((segment) => !VOLATILE.test(segment))
  return segments.slice(-2).join('/')
}

/** The same without extension and content hash, since one source is built into several files. */
export function moduleOfPath(path: string): string {
  return shortPath(path).replace(EXTENSION, '').replace(CONTENT_HASH, '')
}
