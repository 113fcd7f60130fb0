import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { until } from '../support/until.ts'
import { expectSuccess } from '../clients/support/expect-success.ts'
import { notKept, openLab, type Lab, type ProjectInLab } from '../clients/support/lab.ts'
import { startProgram, type Program } from '../clients/support/start-program.ts'
import type { ReadySdk } from './support/prepare-all.ts'
import { refusalOf } from './support/refusal-of.ts'

let lab: Lab

beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab.close())

async function start(sdk: ReadySdk, behaviour: string): Promise<{ project: ProjectInLab; running: Program }> {
  const project = await lab.createProject(`${sdk.name} ${behaviour}`.replaceAll(/[^\w ]/g, ' '))
  const running = startProgram(sdk.command, [...sdk.args, behaviour], { ...sdk.env, DSN: project.dsn })
  return { project, running }
}

async function run(sdk: ReadySdk, behaviour: string): Promise<ProjectInLab> {
  const { project, running } = await start(sdk, behaviour)
  const { output } = await running.end()
  expect(project.exchanges, output).not.toEqual([])
  expectSuccess(project)
  return project
}

describe.concurrent.each(inject('sdks'))('$name', (sdk) => {
  const can = (behaviour: ReadySdk['behaviours'][number]): boolean => sdk.behaviours.includes(behaviour)

  it('reports a handled exception with its place and its context', async () => {
    const project = await run(sdk, 'handled')
    const { issue, event } = await project.soleIssue()
    expect(issue).toMatchObject({
      title: expect.stringContaining(sdk.handled.title),
      culprit: expect.stringContaining(sdk.handled.culprit),
      level: 'error',
      count: 1,
      userCount: 1,
    })
    // Some have no stack of the error itself, and send that of the thread which reports it.
    const stack = event.exception?.values.at(-1)?.stacktrace ?? event.threads?.values[0]?.stacktrace
    const inApp = (stack?.frames ?? []).filter((frame) => frame.in_app === true)
    expect(inApp.slice(-2).map((frame) => frame.function)).toEqual(
      sdk.handled.functions.map((name) => expect.stringContaining(name)),
    )
    expect(event).toMatchObject({
      release: 'shop@1.4.2',
      environment: 'staging',
      tags: { coupon: 'SPRING' },
      user: { id: '42', email: 'ada@example.com' },
      sdk: { name: expect.stringMatching(sdk.handled.sdk) },
    })
    expect(event.breadcrumbs?.values).toMatchObject([{ category: 'cart', message: 'coupon entered' }])
  })

  it('reports a message at its level', async () => {
    const { issue } = await (await run(sdk, 'message')).soleIssue()
    expect(issue).toMatchObject({ title: 'Stock is low', level: 'warning' })
  })

  if (can('unhandled')) {
    it('reports what nobody caught', async () => {
      const { issue } = await (await run(sdk, 'unhandled')).soleIssue()
      expect(issue).toMatchObject({
        title: expect.stringContaining(sdk.unhandled?.title ?? ''),
        culprit: expect.stringContaining(sdk.unhandled?.culprit ?? ''),
      })
    })
  }

  if (can('attachment')) {
    it('sends a file along with an event', async () => {
      const { attachments } = await (await run(sdk, 'attachment')).soleIssue()
      expect(attachments).toMatchObject([{ name: 'order.json', bytes: 15 }])
    })
  }

  if (can('session')) {
    it('counts a session', async () => {
      const project = await run(sdk, 'session')
      const release = await project.releaseWith(({ sessions }) => sessions > 0)
      expect(release).toMatchObject({
        release: 'shop@1.4.2',
        environment: 'staging',
        sessions: 1,
        crashed: 0,
      })
    })
  }

  if (can('check_in')) {
    it('checks in without an error', async () => {
      const project = await run(sdk, 'check_in')
      expect(await notKept(project, /^(check_in|monitor)$/)).toBe(1)
    })
  }

  if (can('on_demand')) {
    it('stops at the 429 of the server, and resumes when it is over', async () => {
      const refused = await start(sdk, 'on_demand')
      const refusal = await refusalOf(refused.project)
      refused.project.replyInstead(refusal(3600))
      await refused.running.tell('refused')
      await refused.running.tell('while it is limited')
      await refused.running.end()
      expect(messagesSent(refused.project)).toEqual([429])

      const { project, running } = await start(sdk, 'on_demand')
      project.replyInstead(refusal(1))
      await running.tell('refused')
      await until('a report after the limit', async () => {
        await running.tell('afterwards')
        return messagesSent(project).at(-1) === 200 ? true : undefined
      })
      await running.end()
      const { issue } = await project.soleIssue()
      expect(issue.title).toBe('afterwards')
    })
  }
})

function messagesSent(project: ProjectInLab): number[] {
  return project.exchanges.filter(({ items }) => items.includes('event')).map(({ status }) => status)
}
