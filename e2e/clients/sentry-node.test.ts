import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLab, type Lab } from './support/lab.ts'
import { nodeClients, runNode } from './support/node-clients.ts'
import { expectSuccess } from './support/expect-success.ts'

let lab: Lab

beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab.close())

describe.concurrent.each(nodeClients)('$name', (client) => {
  let once: ReturnType<typeof runNode> | undefined
  const runHandled = (): ReturnType<typeof runNode> => (once ??= runNode(lab, client, 'handled'))

  it('reports a handled exception with its place in the code', async () => {
    const { project, output } = await runHandled()
    expectSuccess(project, output)
    const { issue, event } = await project.soleIssue()
    expect(issue).toMatchObject({
      title: "TypeError: Cannot read properties of undefined (reading 'length')",
      culprit: 'node-programs/handled.cjs in totalOf',
      level: 'error',
      platform: 'node',
      isUnhandled: false,
      count: 1,
      userCount: 1,
    })
    const frames = event.exception?.values.at(-1)?.stacktrace?.frames ?? []
    const [showOrder, totalOf] = frames.slice(-2)
    expect(showOrder).toMatchObject({ function: 'showOrder', in_app: true })
    expect(totalOf).toMatchObject({ function: 'totalOf', in_app: true })
    expect(totalOf?.context_line).toContain('return order.items.length')
    expect(frames[0]).toMatchObject({ in_app: false, filename: expect.stringMatching(/^node:internal/) })
  })

  it('keeps what the scope holds', async () => {
    const { project } = await runHandled()
    const { event } = await project.soleIssue()
    expect(event).toMatchObject({
      release: 'shop@1.4.2',
      environment: 'staging',
      tags: { coupon: 'SPRING' },
      user: { id: '42', email: 'ada@example.com', username: 'ada' },
      extra: { order: { number: 1001 } },
      contexts: { cart: { items: 3 }, runtime: { name: 'node' } },
      sdk: { name: 'sentry.javascript.node' },
    })
    expect(event.breadcrumbs?.values).toMatchObject([
      { category: 'cart', message: 'cart opened', level: 'info' },
      { category: 'cart', message: 'coupon entered', level: 'warning' },
    ])
  })

  it('reports a message at its level', async () => {
    const { project, output } = await runNode(lab, client, 'message')
    expectSuccess(project, output)
    const { issue } = await project.soleIssue()
    expect(issue).toMatchObject({ title: 'Stock is low', level: 'warning', isUnhandled: false })
  })

  it('reports an unhandled exception before the process ends', async () => {
    const { project, code } = await runNode(lab, client, 'unhandled')
    expectSuccess(project)
    expect(code).not.toBe(0)
    const { issue, event } = await project.soleIssue()
    expect(issue).toMatchObject({
      title: 'RangeError: out of stock',
      culprit: expect.stringMatching(/^node-programs\/unhandled\.cjs in .*placeOrder$/),
      level: 'fatal',
      isUnhandled: true,
    })
    expect(event.exception?.values.at(-1)?.mechanism?.type).toMatch(/onuncaughtexception$/)
  })

  it('reports an unhandled rejection', async () => {
    const { project } = await runNode(lab, client, 'rejection')
    expectSuccess(project)
    const { issue, event } = await project.soleIssue()
    expect(issue).toMatchObject({
      title: 'SyntaxError: no prices',
      culprit: 'node-programs/rejection.cjs in loadPrices',
      isUnhandled: true,
    })
    expect(event.exception?.values.at(-1)?.mechanism?.type).toMatch(/onunhandledrejection$/)
  })

  it('reports an error of an Express handler with its request', async () => {
    const { project, output } = await runNode(lab, client, 'express')
    expect(output).toContain('replied: 500')
    expectSuccess(project, output)
    const { issue, event } = await project.soleIssue()
    expect(issue).toMatchObject({
      title: 'TypeError: no order 7',
      culprit: 'node-programs/express.cjs in showOrder',
    })
    expect(event.request).toMatchObject({ method: 'GET', query_string: [['page', '2']] })
    expect(event.request?.url).toMatch(/\/orders\/7$/)
    expect(event.request?.headers).toContainEqual(['X-Shop', 'north'])
    const frames = event.exception?.values.at(-1)?.stacktrace?.frames ?? []
    const inExpress = frames.filter(({ filename }) => filename?.includes('node_modules') === true)
    expect(inExpress.length).toBeGreaterThan(0)
    expect(inExpress.map((frame) => frame.in_app)).not.toContain(true)
  })
})
