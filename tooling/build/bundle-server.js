import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * A start takes three times as long when each of a thousand small files is looked for and read alone. What the
 * compiler wrote to `dist` is joined here with the packages that it uses, under the same names, in `bundle`.
 * `bin/mishap.js` runs the bundle while the compiler has written nothing since.
 */
const server = fileURLToPath(new URL('../../server/', import.meta.url))
const dist = join(server, 'dist')
const bundle = join(server, 'bundle')
const weekMs = 7 * 24 * 3600 * 1000

/** @type {import('esbuild').BuildOptions} */
const options = {
  outbase: dist,
  outdir: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'none',
  // Compiled for the machine, read from their folder as files, or tables that are read faster as JSON or not at all.
  external: ['better-sqlite3', '@node-rs/argon2', 'pg-native', 'swagger-ui-dist', 'mime-db', 'iconv-lite'],
  // Packages in the older module system ask for what belongs to Node in this way.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  plugins: [{ name: 'keep-places', setup: keepPlaces }],
  logLevel: 'warning',
}
const workers = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('-worker.js'),
)

// What is loaded later is in files of its own. A thread has one file: what it shared would be in many small ones.
await build({ ...options, entryPoints: [join(dist, 'cli.js')], splitting: true })
await build({ ...options, entryPoints: workers.map((path) => join(dist, path)) })
removeOld()

/**
 * A file of ours that looks for another beside itself is to look from where it was, not from the file it is joined to.
 *
 * @param {import('esbuild').PluginBuild} bundling
 */
function keepPlaces(bundling) {
  bundling.onLoad({ filter: /\.js$/ }, ({ path }) => {
    const text = path.startsWith(dist) ? readFileSync(path, 'utf8') : ''
    if (!text.includes('import.meta.url')) return undefined
    const place = `new URL(${JSON.stringify(`./${relative(dist, path)}`)}, import.meta.url).href`
    return { contents: text.replaceAll('import.meta.url', place), resolveDir: dirname(path), loader: 'js' }
  })
}

/** A server that still runs loads what it has put off from the files of its own build, whose names are their hashes. */
function removeOld() {
  for (const name of readdirSync(bundle)) {
    const path = join(bundle, name)
    if (Date.now() - statSync(path).mtimeMs > weekMs) rmSync(path, { recursive: true })
  }
}
