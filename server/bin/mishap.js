#!/usr/bin/env node
import { statSync } from 'node:fs'

const cli = newestOf('../bundle/cli.js', '../dist/.tsbuildinfo', '../dist/cli.js')

if (cli !== undefined) {
  await import(cli)
} else {
  process.stderr.write('Mishap is not built yet. Run "npm run build" first.\n')
  process.exitCode = 1
}

/**
 * The bundle starts in a third of the time, but only `npm run build` makes it: where the compiler has run since, what
 * it wrote is run instead.
 *
 * @param {string} bundle
 * @param {string} stamp Written by each run of the compiler.
 * @param {string} compiled
 */
function newestOf(bundle, stamp, compiled) {
  const bundledAt = timeOf(bundle)
  if (bundledAt !== undefined && bundledAt >= (timeOf(stamp) ?? 0)) return bundle
  return timeOf(compiled) === undefined ? undefined : compiled
}

/** @param {string} path */
function timeOf(path) {
  return statSync(new URL(path, import.meta.url), { throwIfNoEntry: false })?.mtimeMs
}
