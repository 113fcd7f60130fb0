import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { succeeds } from './run-command.ts'
import { notWritten, sdks, type Sdk } from './sdks.ts'

/** What tests need to know of an SDK that is ready to run. */
export type ReadySdk = Pick<Sdk, 'name' | 'behaviours' | 'handled' | 'unhandled'> & ReturnType<Sdk['command']>

declare module 'vitest' {
  interface ProvidedContext {
    sdks: ReadySdk[]
  }
}

const cache =
  process.env['MISHAP_SDK_CACHE'] ??
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'mishap-sdks')

/** Languages that must run, such as `python go`: with them "could not run" is a failure. */
const required = (process.env['MISHAP_TEST_SDKS'] ?? '').split(/[\s,]+/).filter(Boolean)

/** Fetches and builds every SDK that can be had here, and says which it could not have and why. */
export async function setup(project: TestProject): Promise<() => void> {
  const absent: string[] = []
  const prepared = await Promise.all(
    sdks.map(async (sdk) => {
      const folder = join(cache, sdk.name.replaceAll(/[^\w.]+/g, '-'))
      const why = await install(sdk, folder)
      if (why === undefined) {
        await sdk.build?.(folder)
        const { name, behaviours, handled, unhandled } = sdk
        return { name, behaviours, handled, ...(unhandled && { unhandled }), ...sdk.command(folder) }
      }
      absent.push(`${sdk.name}: ${why}`)
      if (required.includes(sdk.language)) throw new Error(`${sdk.name} must run, but: ${why}`)
      return undefined
    }),
  )
  const ready = prepared.filter((sdk) => sdk !== undefined)
  project.provide('sdks', ready)
  return () => {
    process.stdout.write(`\nRan against the server:\n${listOf(ready.map(({ name }) => name))}`)
    process.stdout.write(`Could not run here:\n${listOf([...absent, ...notWritten])}`)
  }
}

/** Why it is not to be had here; undefined when it is. */
async function install(sdk: Sdk, folder: string): Promise<string | undefined> {
  const [command, ...args] = sdk.runtime
  if (!(await succeeds(command, args))) return `there is no ${sdk.runtime.join(' ')}.`
  mkdirSync(folder, { recursive: true })
  return sdk.install(folder).then(
    () => undefined,
    (error: unknown) => `its packages could not be had. ${error instanceof Error ? error.message : ''}`,
  )
}

function listOf(lines: string[]): string {
  return lines.map((line) => `  ${line}\n`).join('')
}
