import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EventList, EventSummary, VersionedSettings } from '../server/src/contract/index.ts'
import { findViolations } from './support/axe.ts'
import { launchBrowser, openPage, withoutBrowser } from './support/browser.ts'
import { createFirstAccount } from './support/create-first-account.ts'
import { removeDataDir, startMishap, temporaryDataDir, type Mishap } from './support/mishap.ts'
import { createProject, type ProjectUnderTest } from './support/project.ts'
import { runProgram } from './support/run-script.ts'
import { until } from './support/until.ts'

const budget = 3
const storm = 20

/** No two events are of the same time, so that it is clear which one is the latest. */
const program = `
import * as Mishap from '@mishap/sdk'
let timestamp = Date.now() / 1000
const beforeSend = (event) => ({ ...event, timestamp: (timestamp += 0.01) })
Mishap.init({ dsn: process.env.DSN, release: 'shop@1.4.2', beforeSend })
function total(cart) {
  return cart.items.length
}
for (let number = 0; number < Number(process.env.EVENTS); number++) {
  try {
    total({})
  } catch (error) {
    Mishap.captureException(error)
  }
}
await Mishap.flush()
`

describe.skipIf(withoutBrowser)('an issue with more events than are kept whole', () => {
  let mishap: Mishap
  let browser: Browser
  let page: Page
  let complaints: string[]
  let project: ProjectUnderTest
  let shortId: string

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

  /** Sends events of the issue until there are as many in all as given. */
  async function sendUntil(events: number): Promise<void> {
    const [issue] = await project.issuesAfter(0)
    const missing = events - (issue?.count ?? 0)
    await runProgram(program, { DSN: project.dsn, EVENTS: String(missing) })
    const issues = await project.issuesAfter(events)
    expect(issues.map(({ count }) => count)).toEqual([events])
    shortId = issues[0]?.shortId ?? ''
  }

  /** Newest first. */
  async function eventsOf(): Promise<EventSummary[]> {
    const { items } = await project.get<EventList>(`/issues/${shortId}/events?limit=100`)
    return items
  }

  it('has its budget from the settings of its project', async () => {
    await page.goto(`${mishap.origin}/projects/shop/settings#storage`)
    await page.getByLabel('Whole events per issue').fill(String(budget))
    await page.getByRole('button', { name: 'Save settings' }).click()
    await page.getByText('✓ Saved.').waitFor()
    expect(await findViolations(page, 'the settings')).toEqual([])
    const { storage } = await project.get<VersionedSettings>('/projects/shop/settings')
    expect(storage.payloadsPerIssue).toBe(budget)
  })

  it('counts every event, and keeps the first, the latest and the one that brought it back', async () => {
    // The first to arrive is then also the oldest.
    await sendUntil(1)
    await sendUntil(storm)
    await project.command(shortId, 'resolve')
    await sendUntil(storm + 1)
    await sendUntil(2 * storm)
    // Those that came alone were each the latest once: they are let go a little later.
    const events = await until('an event is let go', async () => {
      const all = await eventsOf()
      return all.some(({ isPayloadKept }) => !isPayloadKept) ? all : undefined
    })
    expect(events).toHaveLength(2 * storm)
    expect(events.at(0)).toMatchObject({ isPayloadKept: true, payloadReason: 'latest' })
    expect(events.at(-1)).toMatchObject({ isPayloadKept: true, payloadReason: 'first' })
    const reasons = events.map(({ payloadReason }) => payloadReason)
    expect(reasons.filter((reason) => reason === 'regression')).toHaveLength(1)
    expect(reasons).toContain('over_issue_budget')
  })

  it('shows what is left of an event that was let go, and the way to one that is whole', async () => {
    await page.goto(`${mishap.origin}/issues/${shortId}`)
    await page.getByText('Kept: latest event of this issue').waitFor()
    await page.getByRole('link', { name: 'All events' }).click()
    const letGo = page.getByRole('listitem').filter({ hasText: 'Summary only' }).first()
    await letGo.waitFor()
    expect(await findViolations(page, 'the list of events')).toEqual([])
    await letGo.getByRole('link').click()
    await page.getByRole('heading', { name: 'Only a summary of this event is left' }).waitFor()
    expect(await findViolations(page, 'the summary')).toEqual([])
    await page.getByRole('link', { name: 'Oldest event' }).click()
    await page.getByText('Kept: first event of this issue').waitFor()
    await page.getByRole('heading', { name: 'Stack trace' }).waitFor()
  })

  it('keeps a pinned event whole, however many come', async () => {
    await page.goto(`${mishap.origin}/issues/${shortId}`)
    await page.getByRole('button', { name: 'Pin' }).waitFor()
    await page.keyboard.press('Shift+P')
    await page.getByText('Kept: pinned').waitFor()
    const [pinned] = await eventsOf()
    await sendUntil(3 * storm)
    const events = await eventsOf()
    expect(events.find(({ eventId }) => eventId === pinned?.eventId)).toMatchObject({
      isPayloadKept: true,
      payloadReason: 'pinned',
    })
    await page.goto(`${mishap.origin}/issues/${shortId}/events`)
    await page.getByRole('listitem').filter({ hasText: 'Pinned' }).getByRole('link').click()
    await page.getByRole('button', { name: 'Unpin' }).click()
    await page.getByRole('button', { name: 'Pin', exact: true }).waitFor()
  })

  it('complained of nothing on the console', () => {
    expect(complaints).toEqual([])
  })
})
