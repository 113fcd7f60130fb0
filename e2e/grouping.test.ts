import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findViolations } from './support/axe.ts'
import { launchBrowser, openPage, withoutBrowser } from './support/browser.ts'
import { createFirstAccount } from './support/create-first-account.ts'
import { removeDataDir, startMishap, temporaryDataDir, type Mishap } from './support/mishap.ts'
import { createProject, type ProjectUnderTest } from './support/project.ts'
import { runProgram } from './support/run-script.ts'

/** One bug, that a bank declines what no bank should be asked, seen from two functions. */
const program = `
import * as Mishap from '@mishap/sdk'
Mishap.init({ dsn: process.env.DSN, release: 'shop@1.4.2' })
function chargeCard(account) {
  throw new Error('Declined by the bank: empty amount for account ' + account)
}
function chargeWallet(account) {
  throw new Error('Declined by the bank: empty amount for account ' + account)
}
for (const charge of [chargeCard, chargeWallet, chargeWallet]) {
  try {
    charge(Math.floor(Math.random() * 1e9))
  } catch (error) {
    Mishap.setUser({ id: charge.name })
    Mishap.captureException(error)
  }
}
await Mishap.flush()
`

describe.skipIf(withoutBrowser)('one bug is one issue, whoever decides it', () => {
  let mishap: Mishap
  let browser: Browser
  let page: Page
  let complaints: string[]
  let project: ProjectUnderTest

  beforeAll(async () => {
    mishap = await startMishap(temporaryDataDir())
    browser = await launchBrowser()
    ;({ page, complaints } = await openPage(browser))
    await createFirstAccount(page, mishap)
    project = createProject(mishap, 'shop')
  })
  afterAll(async () => {
    await browser.close()
    await mishap.end('SIGTERM')
    removeDataDir(mishap.dataDir)
  })

  /** Events and users of each issue, the fullest first, once there are as many events in all as given. */
  async function countsAfter(events: number): Promise<number[][]> {
    const issues = await project.issuesAfter(events)
    return issues.map(({ count, userCount }) => [count, userCount]).toSorted(([a = 0], [b = 0]) => b - a)
  }

  it('merges two issues by keyboard', async () => {
    await runProgram(program, { DSN: project.dsn })
    expect(await countsAfter(3)).toEqual([
      [2, 1],
      [1, 1],
    ])
    await page.goto(`${mishap.origin}/issues`)
    await page
      .getByRole('link', { name: /Declined/ })
      .nth(1)
      .waitFor()
    for (const key of ['x', 'j', 'x', 'm']) await page.keyboard.press(key)
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await findViolations(page, 'the dialog')).toEqual([])
    await dialog.getByRole('button', { name: /^Merge/ }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await countsAfter(3)).toEqual([[3, 2]])
  })

  it('later events follow, and the issue says which fingerprints it has', async () => {
    await runProgram(program, { DSN: project.dsn })
    expect(await countsAfter(6)).toEqual([[6, 2]])
    const [issue] = await project.issuesAfter(6)
    await page.goto(`${mishap.origin}/issues/${issue?.shortId}`)
    for (const name of ['chargeCard', 'chargeWallet'])
      await page
        .getByRole('listitem')
        .filter({ hasText: `in ${name}` })
        .first()
        .waitFor()
  })

  it('undoes the merge where the activity tells of it', async () => {
    await page.getByRole('button', { name: /^Undo/ }).last().click()
    await page.getByText('Undid a merge.').waitFor()
    expect(await countsAfter(6)).toEqual([
      [4, 1],
      [2, 1],
    ])
  })

  it('compares the two, part by part', async () => {
    const [one, other] = await project.issuesAfter(6)
    await page.goto(`${mishap.origin}/issues/${one?.shortId}/compare?with=${other?.shortId}`)
    await page.getByText('They are two issues because the site differs.').waitFor()
    expect(await findViolations(page, 'the comparison')).toEqual([])
  })

  it('marks what is wrong with a rule, and tries it before it is saved', async () => {
    await page.goto(`${mishap.origin}/projects/shop/grouping`)
    const editor = page.getByLabel('Rules, one a line')
    await editor.fill('functoin:charge* -> fingerprint charging')
    await page.getByText('Did you mean “function”?').first().waitFor()
    expect(await editor.getAttribute('aria-invalid')).toBe('true')
    await editor.fill('function:charge* -> fingerprint charging')
    await page.getByRole('button', { name: 'Try on stored events' }).click()
    await page.getByRole('region', { name: 'Run 1' }).getByText('Set by line 1', { exact: false }).waitFor()
    expect(await findViolations(page, 'the rules')).toEqual([])
    expect(await countsAfter(6)).toHaveLength(2)
  })

  it('regroups the past, leads what comes, and takes it back in one step', async () => {
    await page.getByRole('button', { name: 'Save and regroup…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Save and regroup' }).click()
    await page.getByRole('button', { name: 'Undo this regrouping' }).waitFor()
    expect(await countsAfter(6)).toEqual([[6, 2]])
    await runProgram(program, { DSN: project.dsn })
    expect(await countsAfter(9)).toEqual([[9, 2]])
    await page.getByRole('button', { name: 'Undo this regrouping' }).click()
    await page.getByText('Regrouping 2 undone').waitFor()
    expect(await countsAfter(9)).toHaveLength(2)
  })

  it('complained of nothing on the console', () => expect(complaints).toEqual([]))
})
