import { cpSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from '../../../../e2e/sdks/support/run-command.ts'
import { runProgram } from '../support/run-program.ts'
import { cachedFolder } from '../support/sdk-cache.ts'

export interface Build {
  sdk: string
  bundler: 'vite' | 'vite with names' | 'webpack'
  /** How many functions the program has more than before. */
  features: number
}

const program = fileURLToPath(new URL('program', import.meta.url))

/** Builds the page in the folder and says where it is. Its lazy chunks are gone, as after the next deployment. */
export async function buildPage(folder: string, { sdk, bundler, features }: Build): Promise<string> {
  const packages = await cachedFolder(`react-${sdk}`, async (cache) => {
    cpSync(join(program, 'package.json'), join(cache, 'package.json'))
    await runCommand('npm', ['install', '--save-exact', `@sentry/react@${sdk}`], cache)
  })
  cpSync(program, folder, { recursive: true })
  symlinkSync(join(packages, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'src/features.js'), featuresOf(features))
  if (bundler === 'webpack') await runProgram('node', ['build-webpack.cjs'], folder, {})
  else {
    const env: Record<string, string> = bundler === 'vite' ? {} : { NAMES: '1' }
    await runProgram('node', ['node_modules/vite/bin/vite.js', 'build'], folder, env)
  }
  const built = join(folder, 'dist')
  removeLazyChunks(built)
  return built
}

function featuresOf(count: number): string {
  return Array.from(
    { length: count },
    (_, n) =>
      `export function feature${n}(a, b) { return [a, b].map((c) => c + ${n} * ${count}).join(':${n}') }\n`,
  ).join('')
}

function removeLazyChunks(built: string): void {
  const files = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  )
  for (const file of files.map((name) => join(built, name))) {
    const code = readFileSync(file, 'utf8')
    if (code.length < 2000 && /reviews|weather/.test(code)) rmSync(file)
  }
}
