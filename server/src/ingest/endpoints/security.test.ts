import { expect, it } from 'vitest'
import { key } from '../testing/listening.ts'
import { oneServer } from '../testing/one-server.ts'
import { post } from '../testing/post.ts'

const start = oneServer()

it.each(['security', 'csp-report'])(
  'a report to /%s/ is taken in silence, with what its address says',
  async (name) => {
    const server = await start()
    const path = `/api/7/${name}/?sentry_key=${key}&sentry_release=1.0&sentry_environment=live`
    const headers = { 'content-type': 'application/csp-report', 'user-agent': 'Mozilla/5.0' }
    const reply = await post(server, { path, headers, chunks: ['{"csp-report":{}}'] })
    expect([reply.status, reply.body]).toEqual([200, ''])
    expect(server.submitted).toMatchObject([
      { form: 'security', hints: { release: '1.0', environment: 'live', userAgent: 'Mozilla/5.0' } },
    ])
  },
)

it('what the address leaves out is left out', async () => {
  const server = await start()
  await post(server, { path: `/api/7/security/?sentry_key=${key}&sentry_release=` })
  expect(server.submitted[0]?.hints).toEqual({})
})
