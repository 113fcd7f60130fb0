import { posix } from 'node:path'
import { layers, testing } from './arrows.js'

/** @typedef {import('./arrows.js').Layer} Layer */

const deepest = 5
const sources = '*.{ts,tsx}'
const tests = '*.test.{ts,tsx}'

/** Closed to all: other workspaces by their name, and `./../x` or `x/../../y`, whose text hides where they lead. */
const closed = [
  '@mishap/server',
  '@mishap/server/**',
  '@mishap/web',
  '@mishap/web/**',
  './../**',
  '**/[!.]*/../**',
]

/**
 * oxlint matches the text of an import, so each depth below a layer's folder needs its own list: `../x` is a
 * neighbour at the top of the folder and the folder's own file one level down. A later override replaces an
 * earlier one: no two of these match the same file.
 */
export const restrictImports = layers.flatMap((layer) => {
  const inner = innerLayers(layer)
  return Array.from({ length: deepest + 1 }, (_, depth) => [
    override(layer, depth, sources, [`**/${tests}`, ...inner]),
    override(forTests(layer), depth, tests, inner),
  ]).flat()
})

/**
 * Tests keep the arrows, but read files and use drivers, test libraries and what was made for tests.
 *
 * @param {Layer} layer
 * @returns {Layer}
 */
function forTests(layer) {
  return { ...layer, folders: [...layer.folders, ...testing], packages: undefined, without: undefined }
}

/**
 * @param {Layer} layer
 * @param {number} depth
 * @param {string} names
 * @param {string[]} excludeFiles
 */
function override(layer, depth, names, excludeFiles) {
  return {
    files: [posix.join(layer.of, ...Array(depth).fill('*'), names)],
    excludeFiles,
    rules: { 'no-restricted-imports': ['error', restrictions(layer, depth)] },
  }
}

/**
 * One group: in it the last pattern that matches decides, while a `!` of one group would open the others too.
 *
 * @param {Layer} layer
 * @param {number} depth
 */
function restrictions({ of, folders, packages, types = [], without = [] }, depth) {
  const here = posix.join(of, ...Array(depth).fill('x'))
  const pathsTo = (/** @type {string[]} */ targets) => targets.map((target) => posix.relative(here, target))
  const outside = `${'../'.repeat(depth + 1)}**`
  const group = [
    ...(packages === undefined ? [outside] : ['**', '!./**', '!../**', outside, ...packages.map(open)]),
    ...pathsTo(folders).map((path) => open(`${path}/**`)),
    ...pathsTo(types).map(open),
    ...without.flatMap((name) => [name, `${name}/**`]),
    ...closed,
  ]
  const message = `${of} may import itself, ${[...folders, ...types, ...(packages ?? ['packages'])].join(', ')}.`
  const typesOnly = pathsTo(types).map((name) => ({
    name,
    allowTypeImports: true,
    message: 'Only its types.',
  }))
  return { paths: typesOnly, patterns: [{ group, message }] }
}

/** @param {string} pattern */
function open(pattern) {
  return `!${pattern}`
}

/**
 * The globs of layers that lie within this one's.
 *
 * @param {Layer} layer
 */
function innerLayers(layer) {
  const within = new RegExp(`^${layer.of.replaceAll('*', '[^/]+')}(/|$)`)
  return layers.filter((other) => other !== layer && within.test(other.of)).map((other) => `${other.of}/**`)
}
