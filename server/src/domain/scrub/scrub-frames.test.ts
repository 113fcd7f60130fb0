import { expect, it } from 'vitest'
import { anEvent, scrub } from './testing/an-event.ts'

it('frames lose secrets in variables, in literals of code and in parameters of addresses', () => {
  const frame = {
    filename: 'http://a:b@x/app.js?token=abc',
    context_line: "connect({ password: 'hunter2' })",
    pre_context: ['const a = 1', "const token = 'a1b2c3'"],
    vars: { password: "'x'", headers: "{'X-Api-Key': 'x'}" },
  }
  const event = scrub(anEvent({ exception: { values: [{ stacktrace: { frames: [frame] } }] } }))
  expect(event.exception?.values[0]?.stacktrace?.frames[0]).toEqual({
    filename: 'http://a:[Filtered]@x/app.js?token=[Filtered]',
    context_line: "connect({ password: '[Filtered]' })",
    pre_context: ['const a = 1', "const token = '[Filtered]'"],
    vars: { password: '[Filtered]', headers: "{'X-Api-Key': '[Filtered]'}" },
  })
  expect(event._meta).toMatchObject({
    exception: {
      values: {
        '0': { stacktrace: { frames: { '0': { pre_context: { '1': {} }, vars: { password: {} } } } } },
      },
    },
  })
})

it('frames keep code that speaks of secrets without holding one', () => {
  const lines = [
    'const token = req.headers.authorization',
    "if (type === 'password') { return this.password2 }",
    "  password: 'Password is required', token: 'refreshToken',",
    'auth = { user: process.env.USER, pass: process.env.PASS1 }',
    'const url = `postgres://${user}:${password}@${host}:5432`',
    'x = 127.0 + 93.184 // 93.184.216.34',
  ]
  const frame = {
    filename: '/srv/app/auth.js',
    function: 'Token.verify2',
    pre_context: lines,
    context_line: 'x',
  }
  const event = anEvent({ exception: { values: [{ stacktrace: { frames: [frame] } }] } })
  expect(scrub(event)).toBe(event)
})
