import { Script } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { disabledKey, eventId, key, lastEnvelope } from '../testing/listening.ts'
import { oneServer } from '../testing/one-server.ts'
import { get, post } from '../testing/post.ts'

const start = oneServer()
const page = '/api/embed/error-page/'
const dsn = `http://${key}@localhost/7`
const path = `${page}?dsn=${dsn}&eventId=${eventId}`

describe('the script of the dialog', () => {
  it('is a script with the texts and the visitor that the page gives', async () => {
    const { status, headers, body } = await get(await start(), `${path}&name=Ada&title=Oh%20no`)
    expect([status, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(() => new Script(body)).not.toThrow()
    expect(settingsOf(body)).toMatchObject({ name: 'Ada', email: '', texts: { title: 'Oh no' } })
  })

  it('stays what it is whatever the query says', async () => {
    const hostile = `</script><script>alert(1)//\u2028"'\\\${x}*/`
    const query = ['name', 'email', 'title', 'labelName'].map(
      (name) => `${name}=${encodeURIComponent(hostile)}`,
    )
    const { body } = await get(await start(), `${path}&${query.join('&')}`)
    expect(settingsOf(body)).toMatchObject({ name: hostile, texts: { title: hostile, labelName: hostile } })
    expect(body).not.toContain('</script')
    expect(body).not.toContain(Buffer.from('\u2028').toString('latin1'))
  })

  it.each([
    ['a key that nobody has', path.replace(key, 'nobody')],
    ['the key of another project', path.replace('/7&', '/8&')],
    ['a disabled key', path.replace(key, disabledKey)],
  ])('with %s says at once that nothing can be sent, instead of a form', async (_, address) => {
    const { status, headers, body } = await get(await start(), address)
    // Another status than 200 would keep browsers from running it.
    expect([status, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
    expect(() => new Script(body)).not.toThrow()
    expect(settingsOf(body)).toMatchObject({ notice: expect.stringContaining('unknown or disabled') })
  })

  it('has no notice where the DSN is good', async () => {
    expect(settingsOf((await get(await start(), path)).body)).not.toHaveProperty('notice')
  })

  it.each([
    ['without a DSN', `${page}?eventId=${eventId}`, 404],
    ['with an empty DSN', `${page}?dsn=&eventId=${eventId}`, 404],
    ['without an event', `${page}?dsn=${dsn}`, 400],
    ['with a DSN that is none', `${page}?dsn=*/alert(1)/*&eventId=${eventId}`, 400],
    ['with an event that is none', `${page}?dsn=${dsn}&eventId=*/alert(1)/*`, 400],
  ])('%s is a script that does nothing', async (_, address, expected) => {
    const { status, headers, body } = await get(await start(), address)
    expect([status, headers['content-type']]).toEqual([expected, 'text/javascript; charset=utf-8'])
    expect(new Script(body).runInNewContext({})).toBeUndefined()
  })
})

describe('the form of the dialog', () => {
  const good = { name: 'Ada', email: 'ada@example.com', comments: 'It broke. +1' }
  const send = async (fields: Record<string, string>, accept = 'application/json') => {
    const server = await start()
    const reply = await post(server, {
      path,
      headers: { accept },
      chunks: [new URLSearchParams(fields).toString()],
    })
    return { server, reply }
  }

  it('becomes a user report', async () => {
    const { server, reply } = await send(good)
    expect([reply.status, reply.body]).toEqual([200, ''])
    const { headers, items } = lastEnvelope(server)
    expect(headers).toEqual({ event_id: eventId })
    expect(items[0]?.headers.type).toBe('user_report')
    expect(JSON.parse(items[0]?.text ?? '')).toEqual({ event_id: eventId, ...good })
    expect(server.submitted).toMatchObject([{ projectId: 7, publicKey: key }])
  })

  it.each([
    ['nothing', {}, ['comments', 'email', 'name']],
    ['no comments', { ...good, comments: ' ' }, ['comments']],
    ['an email that is none', { ...good, email: 'ada' }, ['email']],
    ['an email with a space', { ...good, email: 'a da@example.com' }, ['email']],
    ['an email without end', { ...good, email: `a@${'b'.repeat(300)}` }, ['email']],
    ['a name without end', { ...good, name: 'a'.repeat(129) }, ['name']],
  ])('with %s is sent back with what is wrong, by field', async (_, fields, wrong) => {
    const { server, reply } = await send(fields)
    expect([reply.status, server.submitted]).toEqual([400, []])
    const { errors } = JSON.parse(reply.body) as { errors: Record<string, string[]> }
    expect(Object.keys(errors).toSorted()).toEqual(wrong)
    expect(
      Object.values(errors)
        .flat()
        .every((text) => typeof text === 'string'),
    ).toBe(true)
  })

  it('of an old page gets what is wrong in a header, and no body', async () => {
    const { reply } = await send({ ...good, email: 'ada' }, 'text/javascript, */*')
    expect([reply.status, reply.body]).toEqual([400, ''])
    const context: unknown = JSON.parse(String(reply.headers['x-sentry-context']))
    expect(context).toEqual({ errors: { email: ['Enter a valid email.'] } })
  })

  it.each([
    ['without a DSN', `${page}?eventId=${eventId}`, 404],
    ['without an event', `${page}?dsn=${dsn}`, 400],
    ['with a key that nobody has', path.replace(key, 'nobody'), 403],
    ['with the key of another project', path.replace('/7&', '/8&'), 403],
  ])('%s is refused with a detail', async (_, address, expected) => {
    const reply = await post(await start(), { path: address, chunks: [new URLSearchParams(good).toString()] })
    expect(reply.status).toBe(expected)
    expect(JSON.parse(reply.body)).toEqual({ detail: expect.any(String) })
  })

  it.each([
    ['eventId', `${page}?dsn=${dsn}&eventId=x`],
    ['dsn', `${page}?dsn=x&eventId=${eventId}`],
  ])('with a bad %s in its address is sent back too', async (field, address) => {
    const reply = await post(await start(), { path: address })
    expect(reply.status).toBe(400)
    expect(JSON.parse(reply.body)).toEqual({ errors: { [field]: [expect.any(String)] } })
  })
})

/** The script is a function, called with its settings. */
function settingsOf(script: string): unknown {
  const utf8 = Buffer.from(script, 'latin1').toString()
  return JSON.parse(utf8.slice(utf8.lastIndexOf('})(') + 3, utf8.lastIndexOf(')')))
}
