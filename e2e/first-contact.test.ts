import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findViolations } from './support/axe.ts'
import { launchBrowser, openPage, withoutBrowser } from './support/browser.ts'
import { createFirstAccount } from './support/create-first-account.ts'
import { removeDataDir, startMishap, temporaryDataDir, type Mishap } from './support/mishap.ts'
import { runProgram } from './support/run-script.ts'

const program = `
import * as Mishap from '@mishap/sdk'
Mishap.init({ dsn: process.env.DSN, release: 'shop@1.4.2', environment: 'test' })
Mishap.setUser({ id: '7', email: 'ada@example.com' })
Mishap.setTag('coupon', 'SPRING')
Mishap.addBreadcrumb({ category: 'cart', message: 'coupon entered' })
function totalOf(order) {
  return order.items.length
}
try {
  totalOf({})
} catch (cause) {
  Mishap.captureException(new Error('The order could not be shown', { cause }))
}
await Mishap.flush()
`

describe.skipIf(withoutBrowser)('from the printed link to the issue', () => {
  let mishap: Mishap
  let browser: Browser
  let page: Page
  let complaints: string[]
  let dsn = ''

  beforeAll(async () => {
    mishap = await startMishap(temporaryDataDir())
    browser = await launchBrowser()
    ;({ page, complaints } = await openPage(browser))
  })
  afterAll(async () => {
    await browser.close()
    await mishap.end('SIGTERM')
    removeDataDir(mishap.dataDir)
  })

  it('creates the first account and the first project', async () => {
    await createFirstAccount(page, mishap)
    await page.getByLabel('Name').fill('shop')
    await page.getByRole('button', { name: 'Create project' }).click()
    await page.getByText('Waiting for the first event…').waitFor()
    dsn = (await page.locator('pre').first().innerText()).trim()
    expect(dsn).toMatch(/^http:\/\/[0-9a-f]{32}@localhost:\d+\/1$/)
    expect(await page.locator('pre').nth(2).innerText()).toContain(dsn)
  })

  it('turns into a link to the issue by itself when the event arrives', async () => {
    await runProgram(program, { DSN: dsn })
    await page.getByRole('link', { name: 'View issue' }).click()
    await page.getByRole('heading', { name: 'TypeError', level: 1 }).waitFor()
  })

  it('shows stack, source, cause chain, breadcrumbs, user, tags and why it was grouped', async () => {
    await page.locator('[data-hit="true"]').first().waitFor()
    const text = await page.locator('main').innerText()
    expect(text).toContain('The order could not be shown')
    expect(text).toContain('caused by TypeError')
    expect(text).toContain('return order.items.length')
    for (const fact of [
      'coupon entered',
      'ada@example.com',
      'SPRING',
      'shop@1.4.2',
      'Why these events are one issue',
    ]) {
      expect(text).toContain(fact)
    }
  })

  it('resolves from the page, and comes back as a regression', async () => {
    await page.getByRole('button', { name: 'Resolve' }).click()
    await page.getByText('1 issue resolved').waitFor()
    await page.getByRole('button', { name: 'Reopen' }).waitFor()
    await runProgram(program, { DSN: dsn })
    await page.reload()
    await page.getByText('Regressed', { exact: true }).waitFor()
    await page.getByText('after it was resolved').waitFor()
  })

  it('works the list by keyboard: archive, undo, open', async () => {
    await page.goto(`${mishap.origin}/issues`)
    await page.getByRole('link', { name: /TypeError/ }).waitFor()
    await page.keyboard.press('e')
    await page.getByText('No unresolved issues').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('link', { name: /TypeError/ }).waitFor()
    await page.keyboard.press('x')
    await page.getByText('1 selected').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('o')
    await page.getByRole('heading', { name: 'TypeError', level: 1 }).waitFor()
  })

  it('says in place what is wrong with a search', async () => {
    await page.goto(`${mishap.origin}/issues`)
    await page.getByLabel('Search issues').fill('colour:red')
    await page.getByLabel('Search issues').press('Enter')
    await page.getByText('There is no key "colour"').waitFor()
  })

  it.each(['light', 'dark'] as const)('has no accessibility violation in %s', async (colorScheme) => {
    const state = await page.context().storageState()
    const themed = await openPage(browser, { storageState: state, colorScheme })
    const violations: string[] = []
    for (const path of ['/issues', '/issues/SHOP-1', '/projects', '/projects/new', '/projects/shop/setup']) {
      await themed.page.goto(mishap.origin + path)
      await themed.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
      await themed.page.evaluate(() => document.fonts.ready)
      violations.push(...(await findViolations(themed.page, path)))
    }
    expect(violations).toEqual([])
    expect(themed.complaints).toEqual([])
  })

  it('signs out and in again', async () => {
    await page.goto(`${mishap.origin}/issues`)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('Email').fill('ada@example.com')
    await page.locator('input[name="password"]').fill('correct horse battery')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('link', { name: /TypeError/ }).waitFor()
  })

  it('complained of nothing on the console but the refused search', () => {
    expect(complaints.filter((complaint) => !complaint.includes('400 (Bad Request)'))).toEqual([])
  })
})
