import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withoutBrowser } from '../support/browser.ts'
import { openBrowserLab, pageWith, type BrowserLab } from './support/browser-lab.ts'
import { expectSuccess } from './support/expect-success.ts'
import type { ProjectInLab } from './support/lab.ts'

const raven = readFileSync(createRequire(import.meta.url).resolve('raven-js/dist/raven.js'), 'utf8')

describe.skipIf(withoutBrowser).concurrent('raven-js 3.27.2 in Chromium', () => {
  let lab: BrowserLab

  beforeAll(async () => {
    lab = await openBrowserLab()
  })
  afterAll(() => lab.close())

  function open(project: ProjectInLab, script: string): Promise<unknown> {
    const config = `Raven.config('${project.dsn}', { release: 'web@1.4.2', environment: 'staging' }).install()\n`
    return lab.open({
      '/': pageWith('/raven.js', '/app.js'),
      '/raven.js': { body: raven },
      '/app.js': { body: config + script },
    })
  }

  it('reports an error of the page with its place and its context', async () => {
    const project = await lab.createProject('page')
    await open(
      project,
      `Raven.setUserContext({ id: 7, email: 'ada@example.com' })
      Raven.setTagsContext({ coupon: 'SPRING' })
      Raven.setExtraContext({ order: { number: 1001 } })
      Raven.captureBreadcrumb({ category: 'cart', message: 'coupon entered' })
      function totalOf(order) { return order.items.length }
      function showOrder(order) { return totalOf(order) }
      setTimeout(function onLoad() { showOrder({}) }, 0)`,
    )
    const { issue, event } = await project.soleIssue()
    expectSuccess(project)
    expect(issue).toMatchObject({
      title: "TypeError: Cannot read properties of undefined (reading 'length')",
      culprit: 'app.js in totalOf',
      level: 'error',
      platform: 'javascript',
      userCount: 1,
    })
    const frames = event.exception?.values.at(-1)?.stacktrace?.frames ?? []
    expect(frames.slice(-2)).toMatchObject([
      { function: 'showOrder', in_app: true },
      { function: 'totalOf', in_app: true },
    ])
    expect(event).toMatchObject({
      release: 'web@1.4.2',
      environment: 'staging',
      logger: 'javascript',
      tags: { coupon: 'SPRING' },
      user: { id: '7', email: 'ada@example.com' },
      extra: { order: { number: 1001 } },
    })
    expect(event.breadcrumbs?.values.map((breadcrumb) => breadcrumb.message)).toContain('coupon entered')
  })

  it('reports a message at its level', async () => {
    const project = await lab.createProject('message')
    await open(project, `Raven.captureMessage('Stock is low', { level: 'warning' })`)
    const { issue } = await project.soleIssue()
    expectSuccess(project)
    expect(issue).toMatchObject({ title: 'Stock is low', level: 'warning' })
  })
})
