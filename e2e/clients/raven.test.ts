import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSuccess } from './support/expect-success.ts'
import { openLab, type Lab, type ProjectInLab } from './support/lab.ts'
import { startProgram, type Ended } from './support/start-program.ts'

const program = fileURLToPath(new URL('node-programs/raven.cjs', import.meta.url))

describe.concurrent('raven 2.6.4', () => {
  let lab: Lab

  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.close())

  async function run(behaviour: string): Promise<Ended & { project: ProjectInLab }> {
    const project = await lab.createProject(behaviour)
    const running = startProgram(process.execPath, [program, behaviour], {
      CLIENT: 'raven',
      DSN: project.dsn,
    })
    return { project, ...(await running.end()) }
  }

  it('reports a handled exception with its place and its context', async () => {
    const { project, output } = await run('handled')
    expectSuccess(project, output)
    const { issue, event } = await project.soleIssue()
    expect(issue).toMatchObject({
      title: "TypeError: Cannot read properties of undefined (reading 'length')",
      culprit: 'node-programs/raven.cjs in totalOf',
      level: 'error',
      platform: 'node',
      userCount: 1,
    })
    const frames = event.exception?.values.at(-1)?.stacktrace?.frames ?? []
    expect(frames.slice(-2)).toMatchObject([
      { function: 'showOrder', in_app: true },
      { function: 'totalOf', in_app: true, context_line: expect.stringContaining('order.items.length') },
    ])
    expect(frames[0]).toMatchObject({ in_app: false })
    expect(event).toMatchObject({
      release: 'shop@1.4.2',
      environment: 'staging',
      tags: { coupon: 'SPRING' },
      user: { id: '42', email: 'ada@example.com' },
      extra: { order: { number: 1001 } },
      sdk: { name: 'raven-node', version: '2.6.4' },
    })
    expect(event.breadcrumbs?.values).toMatchObject([{ category: 'cart', message: 'coupon entered' }])
  })

  it('reports a message at its level', async () => {
    const { project, output } = await run('message')
    expectSuccess(project, output)
    expect((await project.soleIssue()).issue).toMatchObject({ title: 'Stock is low', level: 'warning' })
  })

  it('reports an unhandled exception before the process ends', async () => {
    const { project, code } = await run('unhandled')
    expectSuccess(project)
    expect(code).not.toBe(0)
    expect((await project.soleIssue()).issue).toMatchObject({ type: 'TypeError', level: 'fatal' })
  })

  it('reports an unhandled rejection', async () => {
    const { project } = await run('rejection')
    expectSuccess(project)
    expect((await project.soleIssue()).issue.title).toBe('RangeError: out of stock')
  })

  it('sends a large event in its own packing', async () => {
    const { project, output } = await run('large')
    expectSuccess(project, output)
    const { event } = await project.soleIssue()
    expect(event.extra?.['stock']).toMatch(/^none none /)
  })
})
