import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserTroubles, serverTroubles } from '../demo/page/troubles.js'
import { launchBrowser, openPage, withoutBrowser } from './support/browser.ts'
import { removeDataDir, startMishap, temporaryDataDir, type Mishap } from './support/mishap.ts'
import { createProject, type ProjectUnderTest } from './support/project.ts'

const shopFile = fileURLToPath(new URL('../demo/shop.ts', import.meta.url))
const root = fileURLToPath(new URL('..', import.meta.url))

let mishap: Mishap
let project: ProjectUnderTest
let shop: ChildProcess
let shopUrl = ''

beforeAll(async () => {
  mishap = await startMishap(temporaryDataDir())
  project = createProject(mishap, 'shop')
  const env = { ...process.env, MISHAP_DSN: project.dsn, DEMO_PORT: '0' }
  shop = spawn(process.execPath, ['--import', 'tsx', shopFile], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (shop.stdout === null) throw new Error('The shop has no output.')
  const [line] = (await once(shop.stdout, 'data')) as [Buffer]
  shopUrl = /http:\/\/localhost:\d+/.exec(line.toString())?.[0] ?? ''
})
afterAll(async () => {
  shop.kill()
  await mishap.end('SIGTERM')
  removeDataDir(mishap.dataDir)
})

async function visit([method, path, body]: string[]): Promise<Response> {
  const headers = {
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
  }
  return fetch(shopUrl + String(path), {
    method: String(method),
    headers,
    ...(body !== undefined && { body }),
  })
}

describe('the shop', () => {
  it('makes one issue for each bug, however it is reached and whatever numbers are in it', async () => {
    const troubles = Object.values(serverTroubles)
    for (const trouble of troubles) await visit(trouble)
    await visit(['GET', '/cart/4711'])
    await visit(['GET', '/checkout/999'])
    const issues = await project.issuesAfter(troubles.length + 2)
    const counts = Object.fromEntries(
      issues.map(({ title, count }) => [title.replaceAll(/\d+/g, 'N'), count]),
    )
    expect(counts).toEqual({
      "TypeError: Cannot read properties of undefined (reading 'price')": 3,
      'Error: Order N was not found in the archive': 2,
      // The cause of the declined payment, and the last of the providers.
      'Error: connect ECONNREFUSED N.N.N.N:N': 2,
      'Error: Provider south is closed': 1,
      'PaymentTimeout: The payment provider did not answer within N ms': 1,
      "RangeError: Receipt N is longer than the printer's paper": 1,
      'QueryError: duplicate key value violates unique constraint "customers_email_key"': 1,
      'SyntaxError: Expected double-quoted property name in JSON at position N': 1,
      'Only N left of tea-N': 1,
      'ShelfMissing: Shelf B-N is not where it should be': 1,
    })
  })

  it('shows the visitor an event id that leads to the issue, and nothing of the error', async () => {
    const response = await visit(['GET', '/cart/2'])
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(text).not.toContain('price')
    const { error }: { error: { eventId: string } } = JSON.parse(text)
    const issues = await project.issuesAfter(15)
    const issue = issues.find(({ type }) => type === 'TypeError')
    expect(await project.get(`/issues/${issue?.id}/events/${error.eventId}`)).toMatchObject({
      event: {
        event_id: error.eventId,
        transaction: 'GET /cart/:id',
        exception: { values: [{ type: 'TypeError' }] },
      },
    })
  })
})

describe.skipIf(withoutBrowser)('the page of the shop', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  it('reports what breaks in the browser', async () => {
    const { page } = await openPage(browser)
    await page.goto(shopUrl)
    for (const name of Object.keys(browserTroubles)) await page.getByRole('button', { name }).click()
    const issues = await project.issuesAfter(18)
    const fromPage = issues.filter((issue) => issue.platform === 'javascript')
    expect(fromPage.map((issue) => issue.isUnhandled)).toEqual([true, true, true])
  })
})
