import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FeedbackList } from '../../server/src/contract/index.ts'
import { expectSuccess } from './support/expect-success.ts'
import { notKept, openLab, type Lab } from './support/lab.ts'
import { nodeClients, runNode } from './support/node-clients.ts'

let lab: Lab

beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab.close())

describe.concurrent.each(nodeClients)('$name', (client) => {
  it('sends a file along with an event', async () => {
    const { project, output } = await runNode(lab, client, 'attachment')
    expectSuccess(project, output)
    const { attachments } = await project.soleIssue()
    expect(attachments).toMatchObject([
      { name: 'order.json', contentType: 'application/json', bytes: 15, kind: 'event.attachment' },
    ])
  })

  it('sends what a user wrote about an event', async () => {
    const { project, output } = await runNode(lab, client, 'feedback')
    expectSuccess(project, output)
    const { issue, event } = await project.soleIssue()
    const { items } = await project.get<FeedbackList>(`/issues/${issue.id}/feedback`)
    expect(items).toMatchObject([
      { eventId: event.event_id, name: 'Ada', email: 'ada@example.com', message: 'I cannot pay' },
    ])
  })

  it('counts a session in which an error was handled', async () => {
    const { project, output } = await runNode(lab, client, 'handled')
    expectSuccess(project, output)
    const release = await project.releaseWith(({ errored }) => errored > 0)
    expect(release).toMatchObject({
      release: 'shop@1.4.2',
      environment: 'staging',
      sessions: 1,
      errored: 1,
      crashed: 0,
    })
  })

  it('counts a session that crashed', async () => {
    const { project } = await runNode(lab, client, 'unhandled')
    expectSuccess(project)
    const release = await project.releaseWith(({ crashed }) => crashed > 0)
    expect(release).toMatchObject({ sessions: 1, errored: 0, crashed: 1 })
  })

  it('checks in without an error', async () => {
    const { project, output } = await runNode(lab, client, 'check-in')
    expectSuccess(project, output)
    expect(
      project.exchanges.flatMap(({ items }) => items).filter((item) => item === 'check_in'),
    ).toHaveLength(2)
    expect(await notKept(project, /^(check_in|monitor)$/)).toBe(2)
  })
})

describe.concurrent.each(nodeClients.filter(({ hasLogs }) => hasLogs))('$name', (client) => {
  it('sends logs without an error', async () => {
    const { project, output } = await runNode(lab, client, 'logs')
    expectSuccess(project, output)
    expect(project.exchanges.flatMap(({ items }) => items)).toContain('log')
    expect(await notKept(project, /^log/)).toBeGreaterThan(0)
  })
})
