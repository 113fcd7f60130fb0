/** Paths are read from their end; a hostile one must not cost more than a normal one. */
const MAX_PATH = 400

/** Segments that change with every deployment and say nothing about the file. */
const VOLATILE =
  /^(?:(?=[a-f]*\d)[0-9a-f]{7,40}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{8}(?:[T_-]?\d{4,6}Z?)?|\d{10,14}|v?\d+(?:\.\d+)+\S*|(?:build|release|rev|deploy)[-_.]?\d[\w.-]*|[\w~-]+==|current|releases?|\.|@fs|\[project\]|\((?:rsc|ssr|api|middleware|instrument|(?:app-pages|action)-browser)\)|)$/i

/** "shop-1.4.2/cart.rb", "clinic-5f0c2e1/main.js": the folder of one build. */
const BUILD_SUFFIX = /[-_@.](?:v?\d+(?:\.\d+){1,3}[\w.+-]{0,40}|(?=[a-f]*\d)[0-9a-f]{7,40})$/i

/**
 * Where applications are put: what follows is the application's own, and the name of its folder is another one in a
 * container, on a server and on the machine of who wrote it.
 */
const DEPLOY_ROOT =
  /^(?:\/?[A-Z]:)?\/(?:app|code|workspace|var\/task|usr\/src\/[^/]+|var\/www\/[^/]+|srv\/[^/]+|go\/src\/[^/.]+|opt\/[^/]+|root\/[^/]+|(?:home|Users)\/[^/]+\/[^/]+|workspaces\/[^/]+|builds\/[^/]+\/[^/]+|inetpub\/wwwroot\/[^/]+)\//i

/**
 * Bundlers append a hash of the content: "app-MGKA4PKP.js", "main.3f2a1c9e.chunk.js". Plain words stay. What is
 * written to be run once, or uploaded by its debug id, carries a UUID.
 */
const CONTENT_HASH =
  /(?:[-._]?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:-\d+)?|-(?=[\w-]*[A-Z\d])[\w-]{8}|\.[0-9a-f]{6,40}|[-.](?=[a-f]*\d)[0-9a-f]{7,40})(?:\.(?:chunk|bundle|min))*$/

const EXTENSION =
  /(?:\.(?:chunk|bundle|min))*\.(?:[cm]?[jt]sx?|py[cw]?|rb|erb|php|go|rs|java|kt|scala|cs|vue|svelte|swift|mm?|c(?:c|pp|xx)?|h(?:pp|xx)?|dart|exs?|clj[cs]?|groovy|lua|p[lm])$/

/** One spelling for every operating system and bundler. */
export function cleanPath(path: string): string {
  return path
    .slice(-MAX_PATH)
    .replaceAll('\\', '/')
    .replace(/[?#].*$/, '')
}

/** The last two stable segments: enough for a person to tell files apart. */
export function shortPath(path: string): string {
  return lastSegments(withoutOrigin(path))
}

/** What identifies a file: the same on every machine, in every deployment, and for every file built from one source. */
export function moduleOfPath(path: string): string {
  return (
    lastSegments(withoutOrigin(path).replace(DEPLOY_ROOT, ''))
      .replace(EXTENSION, '')
      // Compiled templates are called after a digest alone.
      .replace(/(?<=^|\/)[0-9a-f]{32,40}$/, '*')
      .replace(CONTENT_HASH, '')
  )
}

function withoutOrigin(path: string): string {
  return cleanPath(path)
    .replace(/^file:\/\/[^/]*(?=\/)/, '')
    .replace(/^(?:webpack-internal|webpack|turbopack|app|capacitor|ionic|https?):\/\/(?:[^/]*(?:\/|$))?/, '')
}

function lastSegments(path: string): string {
  const segments = path
    .replace(/_next\/static\/[^/]+\/(?=pages|_)/, '_next/static/')
    .split('/')
    .filter((segment) => !VOLATILE.test(segment))
  const [folder, file] = segments.slice(-2)
  return file === undefined ? (folder ?? '') : `${folder?.replace(BUILD_SUFFIX, '')}/${file}`
}
