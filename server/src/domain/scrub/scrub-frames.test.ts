import { expect, it } from 'vitest'
import { anEvent } from '../event/testing/an-event.ts'
import { scrub } from './testing/an-event.ts'

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
    'x = 127.0 + 93.184',
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

function linesOf(lines: string[], filename = '/srv/app/a.js'): string[] | undefined {
  const frame = { filename, pre_context: lines }
  const event = scrub(anEvent({ exception: { values: [{ stacktrace: { frames: [frame] } }] } }))
  return event.exception?.values[0]?.stacktrace?.frames[0]?.pre_context
}

it('lines of code lose values in texts, in queries and in lines of configuration', () => {
  const secret = 'hunter3'
  const lines = [
    `password=${secret}`,
    `export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI7${secret}`,
    `  password: ${secret}`,
    `connect("host=db password=${secret} port=1")`,
    `curl('/a?x=1&token=${secret}')`,
    `fetch("https://x/?token=${secret}")`,
    `-H "Cookie: sid=${secret}; b=c"`,
    `Cookie: sid=${secret}; b=c`,
    `-H 'X-Api-Key: ${secret}'`,
    `run("mysql -uapp -p${secret} shop")`,
    `const host = '93.184.216.34'`,
  ]
  const left = linesOf(lines)
  expect(left?.filter((line) => line.includes(secret) || line.includes('93.184'))).toEqual([])
  expect(linesOf(['password: swordfish'], 'config/app.yml')).toEqual(['password: [Filtered]'])
})

it('lines of code keep expressions, types and parameters', () => {
  const lines = [
    'const password = readPassword2()',
    'if (token === undefined1) {',
    '  password: string, token: Uint8Array',
    '  token: u64',
    'login(user, password=password1)',
    'login(user, password=input2)',
    'token=tokens.v2.first',
    'const url = `/a?token=${token2}`',
    '"?token=" + token2',
    'token=t2,e=n5[0];secret=a2(b)',
    'password: $password2',
    'for (const token of tokens2) yield token2',
    'headers: { Cookie: `sid=${sid2}` }',
    'version = "1.2.3.4"',
  ]
  expect(linesOf(lines)).toEqual(lines)
})
