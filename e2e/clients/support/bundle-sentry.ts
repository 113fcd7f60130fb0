import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Nothing is written there: a bundler asks where a file would be. */
const root = fileURLToPath(new URL('..', import.meta.url))
const entry = `${root}sentry-of-a-page.js`

/** The whole of @sentry/browser as one script that sets `Sentry`, as pages without a bundler have it. */
export async function bundleSentry(): Promise<string> {
  const plugin = {
    name: 'entry',
    resolveId: (id: string) => (id === entry ? entry : undefined),
    load: (id: string) => (id === entry ? `export * from '@sentry/browser'` : undefined),
  }
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [plugin],
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'Sentry' } },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (output === undefined || !('output' in output)) throw new Error('Nothing was built.')
  return output.output[0].code
}
