import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const stamp = join(root, 'node_modules', '.mishap-build')
const sources = ['client-sdk', 'server', 'web', 'tooling/build', 'tsconfig.base.json', 'package-lock.json']
const products = ['client-sdk/dist/browser.iife.js', 'server/bundle/cli.js', 'web/dist/index.html']

if (isStale()) build()

/** Looks at times of change alone, so that a start that has nothing to build costs milliseconds. */
function isStale() {
  if (!existsSync(stamp) || products.some((product) => !existsSync(join(root, product)))) return true
  const builtAt = statSync(stamp).mtimeMs
  return sources.some((source) => isNewer(join(root, source), builtAt))
}

/**
 * A folder's own time changes when a file in it is removed, or comes with its old time.
 *
 * @param {string} path
 * @param {number} builtAt
 * @returns {boolean}
 */
function isNewer(path, builtAt) {
  const stats = statSync(path)
  if (stats.mtimeMs > builtAt) return true
  if (!stats.isDirectory()) return false
  const names = readdirSync(path).filter((name) => !['dist', 'bundle', 'node_modules'].includes(name))
  return names.some((name) => isNewer(join(path, name), builtAt))
}

function build() {
  process.stdout.write('Building Mishap…\n')
  const startedAt = new Date()
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stamp, `${startedAt.toISOString()}\n`)
}
