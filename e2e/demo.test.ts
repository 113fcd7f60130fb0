import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserTroubles, serverTroubles } from '../demo/page/troubles.js'
import { launchBrowser, openPage, withoutBrowser } from './support/browser.ts'
import { removeDataDir, startMishap, temporaryDataDir, type Mishap } from './support/mishap.ts'
import { createProject, type ProjectUnderTest } from './support/project.ts'
import { until } from './support/until.ts'

const shopFile = fileURLToPath(new URL('../demo/shop.ts', import.meta.url))
const root = fileURLToPath(new URL('..', import.meta.url))

let mishap: Mishap
let project: ProjectUnderTest
let shop: Shop

beforeAll(async () => {
  mishap = await startMishap(temporaryDataDir())
  project = createProject(mishap, 'shop')
  shop = await openShop({ MISHAP_DSN: project.dsn })
})
afterAll(async () => {
  shop.close()
  await mishap.end('SIGTERM')
  removeDataDir(mishap.dataDir)
})

interface Shop {
  /** Empty: it did not open. */
  url: string
  said: string
  code: number | null
  close(): void
}

/** Waits until it is open, or has ended. */
async function openShop(more: Record<string, string>): Promise<Shop> {
  const child = spawn(process.execPath, ['--import', 'tsx', shopFile], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DEMO_PORT: '0', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await Promise.race([once(child.stdout, 'data'), once(child, 'close')])
  const url = /http:\/\/localhost:\d+/.exec(said.startsWith('The shop is open') ? said : '')?.[0] ?? ''
  return { url, said, code: child.exitCode, close: () => void child.kill() }
}

async function visit([method, path, body]: string[]): Promise<Response> {
  const headers = {
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': 'application/json' }),
  }
  return fetch(shop.url + String(path), {
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
    // Newer engines say the line and the column besides.
    const counts = Object.fromEntries(
      issues.map(({ title, count }) => [title.replace(/ \(line .*\)$/, '').replaceAll(/\d+/g, 'N'), count]),
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

  it('reports what breaks in the browser, each by the code of the page that led to it', async () => {
    const { page } = await openPage(browser)
    await page.goto(shop.url)
    for (const name of Object.keys(browserTroubles)) await page.getByRole('button', { name }).click()
    const issues = await project.issuesAfter(19)
    const fromPage = issues.filter((issue) => issue.platform === 'javascript')
    expect(fromPage.every((issue) => issue.isUnhandled)).toBe(true)
    expect(fromPage.map((issue) => issue.culprit).toSorted()).toEqual([
      'troubles.js in Forget a promise',
      'troubles.js in loadPrices',
      'troubles.js in loadReviews',
      'troubles.js in renderBasket',
    ])
    const reviews = fromPage.find(({ culprit }) => culprit?.endsWith('loadReviews'))
    const { event } = await project.latestEvent(reviews?.id ?? '')
    const files = event.exception?.values.flatMap(({ stacktrace }) => stacktrace?.frames ?? [])
    expect(new Set(files?.map(({ filename }) => filename))).not.toContain(`${shop.url}/mishap.js`)
  })

  it('notes which of its buttons were pressed, and asks for nothing that is not there', async () => {
    const { page } = await openPage(browser)
    const missing: string[] = []
    page.on('response', (response) => {
      if (response.status() === 404) missing.push(response.url())
    })
    await page.goto(shop.url)
    expect(await page.locator('link[rel="icon"]').getAttribute('href')).toMatch(/^data:image/)
    expect(missing).toEqual([])
    const names = [...Object.keys(serverTroubles), ...Object.keys(browserTroubles)]
    for (const name of names) await page.getByRole('button', { name, exact: true }).click()
    const clicks = await until('the clicks', async () => {
      const noted = await notedClicks()
      return noted.size === names.length ? noted : undefined
    })
    expect(clicks).toContain('ul#server > li:nth-child(2) > button[type="button"]')
  })

  /** What the newest event of the page's last trouble tells. */
  async function notedClicks(): Promise<Set<string | null | undefined>> {
    const issues = await project.issuesAfter(1)
    const last = issues.find(({ culprit }) => culprit?.endsWith('Forget a promise'))
    const { event } = await project.latestEvent(last?.id ?? '')
    const crumbs = event.breadcrumbs?.values ?? []
    return new Set(crumbs.filter(({ category }) => category === 'ui.click').map(({ message }) => message))
  }
})

describe('the shop opens', () => {
  let remembered = ''
  const here = (): Record<string, string> => ({
    MISHAP_DATA_DIR: mishap.dataDir,
    MISHAP_PORT: new URL(mishap.origin).port,
  })
  async function dsnOfShop(): Promise<string> {
    const { url, said, close } = await openShop(here())
    expect(said).toContain('The shop is open')
    const settings = await (await fetch(`${url}/settings.js`)).text()
    close()
    return /"dsn":"([^"]+)"/.exec(settings)?.[1] ?? ''
  }
  const slugs = async (): Promise<string[]> =>
    (await project.get<{ items: { slug: string }[] }>('/projects')).items.map(({ slug }) => slug).toSorted()

  it('with a project of its own where "shop" is somebody else’s, and the same the next time', async () => {
    remembered = await dsnOfShop()
    expect(await slugs()).toEqual(['shop', 'shop-demo'])
    expect(await dsnOfShop()).toBe(remembered)
    expect(await slugs()).toEqual(['shop', 'shop-demo'])
  })

  it('with a new project when the server does not know the old one', async () => {
    const unknown = remembered.replace(/\/\/[^@]+@/, `//${'0'.repeat(32)}@`)
    writeFileSync(join(mishap.dataDir, 'demo-dsn'), unknown)
    expect(await dsnOfShop()).not.toBe(unknown)
    expect(await slugs()).toEqual(['shop', 'shop-demo', 'shop-demo-2'])
  })
})

describe('the shop says in a sentence why it does not open', () => {
  const nowhere = 'http://0123456789abcdef0123456789abcdef@localhost:9/1'
  it.each([
    [
      'a port that is none',
      { DEMO_PORT: 'tea', MISHAP_DSN: nowhere },
      /^DEMO_PORT must be a port .* "tea"\.\n$/,
    ],
    ['a port out of range', { DEMO_PORT: '65536', MISHAP_DSN: nowhere }, /^DEMO_PORT must be a port/],
    ['a DSN that is none', { MISHAP_DSN: 'foo' }, /^MISHAP_DSN must be a DSN .*, not "foo"\.\n$/],
    ['no Mishap', { MISHAP_DATA_DIR: '/nowhere' }, /^There is no Mishap here yet\. .*\n$/],
    [
      'a PostgreSQL that does not answer',
      { MISHAP_DATA_DIR: '/nowhere', MISHAP_DATABASE_URL: 'postgres://localhost:1/x' },
      /^The PostgreSQL server .*\n$/,
    ],
  ])('%s', async (_what, env: Record<string, string>, sentence) => {
    const { code, said } = await openShop(env)
    expect([code, said]).toEqual([1, expect.stringMatching(sentence)])
  })

  it('a Mishap that is not running', async () => {
    const dataDir = temporaryDataDir()
    writeFileSync(join(dataDir, 'demo-dsn'), nowhere)
    const { code, said } = await openShop({ MISHAP_DATA_DIR: dataDir })
    removeDataDir(dataDir)
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/^No Mishap answers at http:\/\/localhost:9: .*\n$/),
    ])
  })

  it('a port that is taken, which is no issue of the shop', async () => {
    const issues = await project.issuesAfter(1)
    const { code, said } = await openShop({ MISHAP_DSN: project.dsn, DEMO_PORT: new URL(shop.url).port })
    expect([code, said]).toEqual([1, expect.stringMatching(/^The shop cannot open: .*EADDRINUSE.*\n$/)])
    expect(await project.issuesAfter(1)).toHaveLength(issues.length)
  })
})
