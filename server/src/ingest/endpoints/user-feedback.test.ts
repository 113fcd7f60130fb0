import { describe, expect, it } from 'vitest'
import { eventId, key, lastEnvelope } from '../testing/listening.ts'
import { oneServer } from '../testing/one-server.ts'
import { post } from '../testing/post.ts'

const start = oneServer()
const path = '/api/0/projects/any/name/user-feedback/'
const headers = { authorization: `DSN http://${key}@localhost/7` }
const feedback = { event_id: eventId, name: 'Ada', email: 'ada@example.com', comments: 'It broke.' }

describe('feedback', () => {
  it.each([path, path.replace('user-feedback', 'user-reports')])(
    'to %s becomes a user report',
    async (address) => {
      const server = await start()
      const reply = await post(server, {
        path: address,
        headers,
        chunks: [JSON.stringify({ ...feedback, more: [] })],
      })
      expect(reply.status).toBe(200)
      const { headers: envelopeHeaders, items } = lastEnvelope(server)
      expect(envelopeHeaders).toEqual({ event_id: eventId })
      expect(items[0]?.headers.type).toBe('user_report')
      expect(JSON.parse(items[0]?.text ?? '')).toEqual(feedback)
      expect(server.submitted).toMatchObject([{ projectId: 7 }])
    },
  )

  it.each([
    ['of no event', { ...feedback, event_id: 'x' }],
    ['without an event', { comments: 'It broke.' }],
    ['that says nothing', { ...feedback, comments: ' ' }],
    ['that is a list', []],
    ['that is null', null],
  ])('%s is refused with a detail', async (_, body) => {
    const server = await start()
    const reply = await post(server, { path, headers, chunks: [JSON.stringify(body)] })
    expect([reply.status, server.submitted]).toEqual([400, []])
    expect(JSON.parse(reply.body)).toEqual({ detail: expect.any(String) })
  })

  it('without a DSN, or with that of another project, is refused', async () => {
    const server = await start()
    const chunks = [JSON.stringify(feedback)]
    expect((await post(server, { path, chunks })).status).toBe(401)
    const wrong = { authorization: headers.authorization.replace('/7', '/8') }
    expect((await post(server, { path, headers: wrong, chunks })).status).toBe(403)
  })
})
