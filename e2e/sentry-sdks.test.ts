import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'vite'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openPage, withoutBrowser } from './support/browser.ts'
import { removeDataDir, startMishap, temporaryDataDir, type Mishap } from './support/mishap.ts'
import { createProject } from './support/project.ts'
import { runProgram } from './support/run-script.ts'

/** Nothing is written there: a bundler asks where a file would be. */
const root = new URL('.', import.meta.url).pathname

let mishap: Mishap

beforeAll(async () => {
  mishap = await startMishap(temporaryDataDir())
})
afterAll(async () => {
  await mishap.end('SIGTERM')
  removeDataDir(mishap.dataDir)
})

const nodeProgram = `
import * as Sentry from '@sentry/node'
Sentry.init({ dsn: process.env.DSN, release: 'api@2.0.0', environment: 'staging' })
Sentry.setUser({ id: 42 })
Sentry.setTag('coupon', 'SPRING')
Sentry.addBreadcrumb({ category: 'cart', message: 'coupon entered' })
function totalOf(order) { return order.items.length }
try { totalOf({}) } catch (error) { Sentry.captureException(error) }
await Sentry.flush(5000)
`

describe('@sentry/node', () => {
  it('makes the same kind of issue by changing the DSN', async () => {
    const project = createProject(mishap, 'sentry-node')
    await runProgram(nodeProgram, { DSN: project.dsn })
    const [issue] = await project.issuesAfter(1)
    expect(issue).toMatchObject({
      type: 'TypeError',
      level: 'error',
      platform: 'node',
      count: 1,
      userCount: 1,
    })
    expect(issue?.culprit).toMatch(/in totalOf$/)
    const { event } = await project.latestEvent(issue?.id ?? '')
    expect(event).toMatchObject({
      release: 'api@2.0.0',
      environment: 'staging',
      tags: { coupon: 'SPRING' },
      user: { id: '42' },
    })
    expect(event.breadcrumbs?.values.map((breadcrumb) => breadcrumb.message)).toContain('coupon entered')
    const frame = event.exception?.values.at(-1)?.stacktrace?.frames.at(-1)
    expect(frame).toMatchObject({ function: 'totalOf', in_app: true })
    expect(frame?.context_line).toContain('order.items.length')
  })
})

describe.skipIf(withoutBrowser)('in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  it('@sentry/browser reports an uncaught error', async () => {
    const project = createProject(mishap, 'sentry-browser')
    await breakPage(browser, await bundleSentry(project.dsn))
    const [issue] = await project.issuesAfter(1)
    expect(issue).toMatchObject({ type: 'TypeError', isUnhandled: true, platform: 'javascript' })
  })

  it('our own script reports an uncaught error, a rejection and what led to them', async () => {
    const project = createProject(mishap, 'own-browser')
    const sdk = readFileSync(createRequire(import.meta.url).resolve('@mishap/sdk/browser.iife.js'), 'utf8')
    await breakPage(
      browser,
      `${sdk}\nMishap.init({ dsn: '${project.dsn}' }); console.warn('prices are old'); Promise.reject(new RangeError('too many'));`,
    )
    const issues = await project.issuesAfter(2)
    expect(issues.map((issue) => issue.type).toSorted()).toEqual(['RangeError', 'TypeError'])
    const { event } = await project.latestEvent(issues[0]?.id ?? '')
    expect(event.breadcrumbs?.values.map((breadcrumb) => breadcrumb.message)).toContain('prices are old')
    expect(event.request?.url).toMatch(/^http:\/\/localhost/)
  })
})

/** A page whose script starts an SDK and then breaks. */
async function breakPage(browser: Browser, script: string): Promise<void> {
  const server = await servePage(`${script}\nsetTimeout(function totalOf() { undefined.items }, 0)`)
  const { page } = await openPage(browser)
  const reported = page.waitForResponse((response) => response.url().includes('/envelope/') && response.ok())
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
  await reported
  await page.context().close()
  server.close()
}

async function servePage(script: string): Promise<Server> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/app.js'
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : '<!doctype html><title>Shop</title><script src="/app.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return server
}

async function bundleSentry(dsn: string): Promise<string> {
  const entry = `${root}sentry-page.js`
  const source = `import * as Sentry from '@sentry/browser'; Sentry.init({ dsn: '${dsn}', release: 'web@1' })`
  const plugin = {
    name: 'entry',
    resolveId: (id: string) => (id === entry ? entry : undefined),
    load: (id: string) => (id === entry ? source : undefined),
  }
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [plugin],
    build: { write: false, lib: { entry, formats: ['iife'], name: 'app' } },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (output === undefined || !('output' in output)) throw new Error('Nothing was built.')
  return output.output[0].code
}
