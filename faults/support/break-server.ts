import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Edit } from './breakages.ts'

/** What a built server is made of, below the root of a checkout. */
const copied = ['server/bin', 'server/dist', 'server/package.json', 'migrations', 'web/dist']
const linked = ['node_modules', 'server/node_modules']

/** Copies the server of this checkout, changes the copy, and answers with its program. */
export function breakServer(program: string, edits: Edit[]): { program: string; remove(): void } {
  const root = dirname(dirname(dirname(program)))
  const folder = mkdtempSync(join(tmpdir(), 'mishap-broken-'))
  mkdirSync(join(folder, 'server'))
  for (const path of copied) cpSync(join(root, path), join(folder, path), { recursive: true })
  for (const path of linked) symlinkSync(join(root, path), join(folder, path))
  for (const { file, from, to } of edits) {
    const path = join(folder, 'server/dist', file)
    const parts = readFileSync(path, 'utf8').split(from)
    if (parts.length !== 2)
      throw new Error(`"${from}" is ${parts.length - 1} times in ${file}: the breakage is outdated.`)
    writeFileSync(path, parts.join(to))
  }
  return { program: join(folder, 'server/bin/mishap.js'), remove: () => rmSync(folder, { recursive: true }) }
}
