import { posix } from 'node:path'
import { layers } from './arrows.js'

/** @typedef {import('./arrows.js').Layer} Layer */

const deepest = 5
const extensions = '*.{ts,tsx}'
const tests = '*.test.{ts,tsx}'

/** `./../x` and `x/../../y` would slip past the patterns, which read the text of an import. */
const detour = {
  regex: '(^\\./|[^./]/)\\.\\./',
  message: 'Write the path without a detour.',
}
const otherWorkspaces = {
  group: ['@mishap/server', '@mishap/server/**', '@mishap/web', '@mishap/web/**'],
  message: 'Another workspace is imported by its path, so that the arrows can be checked.',
}

/**
 * oxlint matches the text of an import, so each depth below a layer's folder needs its own list: `../x` is a
 * neighbour at the top of the folder and the folder's own file one level down. A later override replaces an
 * earlier one: no two of these match the same file.
 */
export const restrictImports = layers.flatMap((layer) =>
  Array.from({ length: deepest + 1 }, (_, depth) => [
    override(layer, depth, extensions, [tests, ...innerLayers(layer)]),
    override({ ...layer, packages: undefined, without: undefined }, depth, tests, innerLayers(layer)),
  ]).flat(),
)

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
    rules: { 'no-restricted-imports': ['error', { patterns: patterns(layer, depth) }] },
  }
}

/**
 * @param {Layer & { packages?: string[] | undefined, without?: string[] | undefined }} layer
 * @param {number} depth
 */
function patterns(layer, depth) {
  const here = posix.join(layer.of, ...Array(depth).fill('x'))
  const away = `${'../'.repeat(depth + 1)}**`
  const pathsTo = (/** @type {string[]} */ folders) =>
    folders.map((folder) => `${posix.relative(here, folder)}/**`)
  const allowed = [...layer.folders, ...(layer.types ?? [])]
  const own = layer.packages === undefined ? [away] : ['**', '!./**', '!../**', away]
  const group = [...own, ...[...pathsTo(allowed), ...(layer.packages ?? [])].map((pattern) => `!${pattern}`)]
  const message = `${layer.of} may import ${listed([...allowed, ...(layer.packages ?? [])])}.`
  return [
    { group, message },
    detour,
    otherWorkspaces,
    ...(layer.types ?? []).map((folder) => ({
      group: pathsTo([folder]),
      allowTypeImports: true,
      message: `${layer.of} may import only types of ${folder}.`,
    })),
    ...(layer.without ?? []).map((name) => ({
      group: [name, `${name}/**`],
      message: `${layer.of} reaches the database through the store.`,
    })),
  ]
}

/** @param {string[]} names */
function listed(names) {
  return names.length === 0 ? 'only itself' : `only itself and ${names.join(', ')}`
}

/** @param {Layer} layer */
function innerLayers(layer) {
  const matches = (/** @type {string} */ folder) =>
    new RegExp(`^${layer.of.replaceAll('*', '[^/]+')}(/|$)`).test(folder)
  return layers.filter((other) => other !== layer && matches(other.of)).map((other) => `${other.of}/**`)
}
