import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../support/until.ts'
import { openLab, type Lab, type ProjectInLab } from './support/lab.ts'
import { nodeClients, startNode } from './support/node-clients.ts'
import type { Program } from './support/start-program.ts'

let lab: Lab

beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab.close())

describe.concurrent.each(nodeClients)('$name', (client) => {
  it('stops at a 429 for as long as it says, and resumes', async () => {
    const { project, running } = await startNode(lab, client, 'on-demand')
    await project.limit({ keyPerMinute: 1 })
    const refusal = await reportUntil(project, running, 429)
    expect(refusal.headers).toMatchObject({
      'retry-after': expect.stringMatching(/^[1-9]\d*$/),
      'x-sentry-rate-limits': expect.stringMatching(/^\d+:[a-z_;]*error[a-z_;]*:\w+/),
      'content-length': '0',
    })

    const sent = eventsSent(project)
    await running.tell('while it is limited')
    expect(eventsSent(project)).toBe(sent)

    await project.limit({ keyPerMinute: null })
    await running.tell('an hour passes')
    await reportUntil(project, running, 200)
    const { output } = await running.end()
    expect(output).toContain('flushed: true')
    const issues = await project.issuesAfter(1)
    expect(issues.map(({ title }) => title)).not.toContain('Error: while it is limited')
    const lost = (await project.outcomes()).filter(({ outcome }) => outcome === 'lost_in_client')
    expect(lost.map(({ category, reason }) => [category, reason])).toEqual(
      client.reportsLosses ? [['error', 'ratelimit_backoff']] : [],
    )
  })
})

/** Reports again and again, an hour of the client's time apart, until a report has the reply. */
async function reportUntil(
  project: ProjectInLab,
  program: Program,
  status: number,
): Promise<ProjectInLab['exchanges'][number]> {
  let reports = 0
  return until(`a reply ${status}`, async () => {
    const before = project.exchanges.length
    // Clients leave out what they reported just before.
    await program.tell(`${status} wanted, report ${(reports += 1)}`)
    const reply = project.exchanges.slice(before).find(({ items }) => items.includes('event'))
    if (reply?.status === status) return reply
    await program.tell('an hour passes')
    return undefined
  })
}

function eventsSent(project: ProjectInLab): number {
  return project.exchanges.filter(({ items }) => items.includes('event')).length
}
