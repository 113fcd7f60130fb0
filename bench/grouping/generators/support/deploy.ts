import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export interface Deployment {
  /** Where the program lies, as an absolute path. */
  root: string
  /** How many lines go before the first line of each file. */
  linesAbove: number
}

const comments: Record<string, string> = { '.py': '#', '.rb': '#' }
const sources = /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java)$/

/** Copies a program below `base`, with its lines moved, and says where it is. */
export function deployProgram(program: string, base: string, { root, linesAbove }: Deployment): string {
  const target = base + root
  mkdirSync(target, { recursive: true })
  cpSync(program, target, { recursive: true })
  const files = readdirSync(target, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => sources.test(name) && !name.includes('node_modules'))) {
    const comment = comments[extname(file)] ?? '//'
    const above = Array.from({ length: linesAbove }, (_, line) => `${comment} ${line + 1}\n`).join('')
    const path = join(target, file)
    writeFileSync(path, above + readFileSync(path, 'utf8'))
  }
  return target
}
