import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FeedbackList } from '../../server/src/contract/index.ts'
import { withoutBrowser } from '../support/browser.ts'
import { until } from '../support/until.ts'
import { initOf, openBrowserLab, pageWith, type BrowserLab } from './support/browser-lab.ts'
import { bundleSentry } from './support/bundle-sentry.ts'
import { expectSuccess } from './support/expect-success.ts'

const breaking = `
function totalOf(order) { return order.items.length }
function showOrder(order) { return totalOf(order) }
setTimeout(function onLoad() { showOrder({}) }, 0)
`

describe.skipIf(withoutBrowser).concurrent('@sentry/browser 11 in Chromium', () => {
  let lab: BrowserLab
  let sentry = ''

  beforeAll(async () => {
    ;[lab, sentry] = await Promise.all([openBrowserLab(), bundleSentry()])
  })
  afterAll(() => lab.close())

  it('reports an error of the page with its place and what led to it', async () => {
    const project = await lab.createProject('page')
    const context = `Sentry.setUser({ id: 7 }); Sentry.setTag('coupon', 'SPRING'); console.warn('prices are old')\n`
    await lab.open({
      '/': pageWith('/sentry.js', '/app.js'),
      '/sentry.js': { body: sentry },
      '/app.js': { body: initOf(project) + context + breaking },
    })
    const { issue, event } = await project.soleIssue()
    expectSuccess(project)
    expect(issue).toMatchObject({
      title: "TypeError: Cannot read properties of undefined (reading 'length')",
      culprit: 'app.js in totalOf',
      level: 'error',
      platform: 'javascript',
      isUnhandled: true,
      userCount: 1,
    })
    const frames = event.exception?.values.at(-1)?.stacktrace?.frames ?? []
    expect(frames.slice(-3).map((frame) => [frame.function, frame.in_app])).toEqual([
      ['onLoad', true],
      ['showOrder', true],
      ['totalOf', true],
    ])
    expect(event).toMatchObject({
      release: 'web@1.4.2',
      environment: 'staging',
      tags: { coupon: 'SPRING' },
      user: { id: '7' },
    })
    expect(event.breadcrumbs?.values.map((breadcrumb) => breadcrumb.message)).toContain('prices are old')
    expect(event.request?.url).toMatch(/^http:\/\/localhost:\d+\/$/)
    expect(await project.releaseWith(({ sessions }) => sessions > 0)).toMatchObject({ release: 'web@1.4.2' })
  })

  it('reports an error of a worker', async () => {
    const project = await lab.createProject('worker')
    await lab.open({
      '/': pageWith('/app.js'),
      '/app.js': { body: `new Worker('/worker.js')` },
      '/sentry.js': { body: sentry },
      '/worker.js': { body: `importScripts('/sentry.js')\n${initOf(project)}${breaking}` },
    })
    const { issue } = await project.soleIssue()
    expectSuccess(project)
    expect(issue).toMatchObject({ type: 'TypeError', culprit: 'worker.js in totalOf', isUnhandled: true })
  })

  it('a violation of the page’s own policy is reported by Chromium itself', async () => {
    const project = await lab.createProject('policy')
    const { username: key } = new URL(project.dsn)
    const reportUri = `${lab.origin}/api/${project.id}/security/?sentry_key=${key}&sentry_release=web@1.4.2`
    const policy = `default-src 'self'; img-src 'self'; report-uri ${reportUri}`
    const body = '<!doctype html><title>Shop</title><img src="http://127.0.0.1:9/spy.png">'
    await lab.open({ '/': { body, headers: { 'content-security-policy': policy } } })
    const { issue, event } = await project.soleIssue()
    expectSuccess(project)
    expect(issue.title).toContain('img-src')
    expect(event.release).toBe('web@1.4.2')
    expect(JSON.stringify(event)).toContain('http://127.0.0.1:9/spy.png')
  })

  it('sends what a visitor wrote about an event', async () => {
    const project = await lab.createProject('feedback')
    const feedback = `
      const associatedEventId = Sentry.captureException(new Error('the page is broken'))
      Sentry.captureFeedback({ name: 'Ada', email: 'ada@example.com', message: 'I cannot pay', associatedEventId })`
    await lab.open({
      '/': pageWith('/sentry.js', '/app.js'),
      '/sentry.js': { body: sentry },
      '/app.js': { body: initOf(project) + feedback },
    })
    const { issue, event } = await project.soleIssue()
    const items = await until('the feedback', async () => {
      const list = await project.get<FeedbackList>(`/issues/${issue.id}/feedback`)
      return list.items.length > 0 ? list.items : undefined
    })
    expectSuccess(project)
    expect(items).toMatchObject([
      { eventId: event.event_id, name: 'Ada', email: 'ada@example.com', message: 'I cannot pay' },
    ])
  })

  it('reports through a tunnel, where only the envelope names the project', async () => {
    const project = await lab.createProject('tunnel')
    await lab.open({
      '/': pageWith('/sentry.js', '/app.js'),
      '/sentry.js': { body: sentry },
      '/app.js': { body: initOf(project, `tunnel: '${lab.origin}/api/tunnel/'`) + breaking },
    })
    const { issue } = await project.soleIssue()
    expectSuccess(project)
    expect(issue).toMatchObject({ type: 'TypeError', isUnhandled: true })
    expect(new Set(project.exchanges.map(({ path }) => path))).toEqual(new Set(['/api/tunnel/']))
  })

  it('keeps what happened offline, and sends it later', async () => {
    const project = await lab.createProject('offline')
    const transport = 'transport: Sentry.makeBrowserOfflineTransport(Sentry.makeFetchTransport)'
    const page = await lab.open({
      '/': pageWith('/sentry.js', '/app.js'),
      '/sentry.js': { body: sentry },
      '/app.js': { body: initOf(project, transport) },
    })
    await page.context().setOffline(true)
    const failed = page.waitForEvent('requestfailed')
    await page.evaluate(`Sentry.captureException(new Error('while offline')), undefined`)
    await failed
    await page.context().setOffline(false)
    await page.evaluate(`Sentry.captureException(new Error('online again')), undefined`)
    const issues = await project.issuesAfter(2)
    expectSuccess(project)
    expect(issues.map(({ value }) => value).toSorted()).toEqual(['online again', 'while offline'])
  })

  it('stops at a 429 for as long as it says, and resumes', async () => {
    const project = await lab.createProject('limited')
    const start = Date.now()
    const page = await lab.open(
      {
        '/': pageWith('/sentry.js', '/app.js'),
        '/sentry.js': { body: sentry },
        '/app.js': { body: initOf(project, 'integrations: [], defaultIntegrations: false') },
      },
      (opened) => opened.clock.setFixedTime(start),
    )
    let hours = 0
    await project.limit({ keyPerMinute: 1 })
    const refusal = await until('a refusal', async () => {
      await page.clock.setFixedTime(start + (hours += 1) * 3_600_000)
      await report(`report ${hours}`)
      return project.exchanges.find(({ status }) => status === 429)
    })
    expect(refusal.headers).toMatchObject({
      'access-control-expose-headers': expect.stringContaining('x-sentry-rate-limits'),
    })

    const sent = project.exchanges.length
    await report('while it is limited')
    expect(project.exchanges).toHaveLength(sent)

    await project.limit({ keyPerMinute: null })
    await until('a success', async () => {
      await page.clock.setFixedTime(start + (hours += 1) * 3_600_000)
      await report(`report ${hours}`)
      return project.exchanges.slice(sent).find(({ status }) => status === 200)
    })
    const issues = await project.issuesAfter(1)
    expect(issues.map(({ value }) => value)).not.toContain('while it is limited')

    async function report(message: string): Promise<void> {
      await page.evaluate(`Sentry.captureException(new Error('${message}')); Sentry.flush(30000)`)
    }
  })
})
