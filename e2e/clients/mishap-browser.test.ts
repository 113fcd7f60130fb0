import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withoutBrowser } from '../support/browser.ts'
import type { WholeEvent } from '../support/whole-event.ts'
import { openBrowserLab, pageWith, type BrowserLab } from './support/browser-lab.ts'
import { expectSuccess } from './support/expect-success.ts'

const sdk = readFileSync(createRequire(import.meta.url).resolve('@mishap/sdk/browser.iife.js'), 'utf8')

describe.skipIf(withoutBrowser)('our own script in Chromium', () => {
  let lab: BrowserLab

  beforeAll(async () => {
    lab = await openBrowserLab()
  })
  afterAll(() => lab.close())

  it('reports an uncaught error, a rejection and what led to them', async () => {
    const project = await lab.createProject('page')
    const script = `
      Mishap.init({ dsn: '${project.dsn}' })
      console.warn('prices are old')
      Promise.reject(new RangeError('too many'))
      setTimeout(function totalOf() { undefined.items }, 0)`
    await lab.open({
      '/': pageWith('/mishap.js', '/app.js'),
      '/mishap.js': { body: sdk },
      '/app.js': { body: script },
    })
    const issues = await project.issuesAfter(2)
    expectSuccess(project)
    expect(issues.map((issue) => issue.type).toSorted()).toEqual(['RangeError', 'TypeError'])
    expect(issues.map((issue) => issue.isUnhandled)).toEqual([true, true])
    const { event } = await project.get<WholeEvent>(`/issues/${issues[0]?.id ?? ''}/events/latest`)
    expect(event.breadcrumbs?.values.map((breadcrumb) => breadcrumb.message)).toContain('prices are old')
    expect(event.request?.url).toMatch(/^http:\/\/localhost/)
  })
})
