import { describe, expect, it } from 'vitest'
import { scrubMessage } from './testing/an-event.ts'

/** Never whole in the source, so that scanners of repositories do not take them for lost ones. */
const glue = (...parts: string[]): string => parts.join('')
const jwt = glue(
  'eyJhbGciOiJIUzI1NiIsInR5cCI6',
  'IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.',
  'dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
)
const pem = glue(
  '-----BEGIN RSA PRIVATE',
  ' KEY-----\nMIIEowIBAAKCAQEA7\nabc=\n-----END RSA PRIVATE',
  ' KEY-----',
)

describe('a message loses', () => {
  it.each<[what: string, message: string, left: string]>([
    ['a card number', 'card 4111111111111111 declined', 'card [Filtered] declined'],
    ['a card number in groups', 'card 4111 1111 1111 1111 declined', 'card [Filtered] declined'],
    ['a card number with dashes', 'card 5500-0000-0000-0004.', 'card [Filtered].'],
    ['a card number of fifteen digits', 'amex 3782 822463 10005, expired', 'amex [Filtered], expired'],
    ['a card number before a year', '378282246310005 2026', '[Filtered] 2026'],
    ['an account number', 'to DE89370400440532013000 failed', 'to [Filtered] failed'],
    ['an account number in groups', 'to GB82 WEST 1234 5698 7654 32 failed', 'to [Filtered] failed'],
    ['a social security number', 'ssn was 078-05-1120', 'ssn was [Filtered]'],
    ['a web token', `verify ${jwt}: expired`, 'verify [Filtered]: expired'],
    ['a private key', `cannot read ${pem} of x`, 'cannot read [Filtered] of x'],
    ['a private key that was cut off', `cannot read ${pem.slice(0, 50)}`, 'cannot read [Filtered]'],
    ['a private key with escaped lines', `{"x":"${pem.replaceAll('\n', '\\n')}"}`, '{"x":"[Filtered]"}'],
    ['an AWS key id', glue('key AK', 'IAIOSFODNN7EXAMPLE is unknown'), 'key [Filtered] is unknown'],
    ['an AWS key id of letters only', glue('key AK', 'IAIOSFODNNEEXAMPLE'), 'key [Filtered]'],
    ['the password of a database client', 'mysql -uapp -pS3cret! shop', 'mysql -uapp -p[Filtered] shop'],
    [
      'a signed web hook',
      'signature=sha256=0123456789abcdef0123456789abcdef01',
      'signature=sha256=[Filtered]',
    ],
    [
      'a GitHub token',
      glue('git clone failed: gh', 'p_abcdefghijklmnopqrstuvwxyz0123456789'),
      'git clone failed: [Filtered]',
    ],
    ['a Slack token', glue('xo', 'xb-123456789012-abcdefghijkl'), '[Filtered]'],
    [
      'a Stripe key',
      glue('Invalid API Key provided: sk', '_live_abcdefghijklmnop1234'),
      'Invalid API Key provided: [Filtered]',
    ],
    ['a Google key', glue('?x=AI', 'zaSyA1234567890abcdefghijklmnopqrstuv'), '?x=[Filtered]'],
    ['a Google access token', glue('got ya', '29.a0AfH6SMBx1234567890abcdef.'), 'got [Filtered].'],
    [
      'a SendGrid key',
      glue('SG', '.ngeVfQFYQlKU0ufo8x5d1A.TwL2iGABf9DHoTf-09kqeF8tAmbihYzrnopKc-1s5cr'),
      '[Filtered]',
    ],
    [
      'a web hook',
      glue('POST https://hooks.slack.com/serv', 'ices/T00000000/B00000000/abc123 failed'),
      'POST https://hooks.slack.com/services/[Filtered] failed',
    ],
    [
      'the password in an address',
      'cannot reach postgres://app:hunter2@db:5432/shop',
      'cannot reach postgres://app:[Filtered]@db:5432/shop',
    ],
    ['a password that holds an @', 'redis://:p@ss@cache', 'redis://:[Filtered]@cache'],
    ['bearer credentials', 'header was "Bearer abc123def456"', 'header was "Bearer [Filtered]"'],
    ['basic credentials', 'sent Basic dXNlcjpwYXNz to it', 'sent Basic [Filtered] to it'],
    ['what stands for a name', 'login(password=hunter2, user=bob)', 'login(password=[Filtered], user=bob)'],
    ['a password after a colon', 'tried password: swordfish', 'tried password: [Filtered]'],
    ['a token after a colon', 'bad token: a1b2c3d4', 'bad token: [Filtered]'],
    ['a key of two words', 'wrong api key: 1234abcd5678', 'wrong api key: [Filtered]'],
    [
      'JSON',
      'body {"user":"bob","password":"hun ter","pin":1234}',
      'body {"user":"bob","password":"[Filtered]","pin":[Filtered]}',
    ],
    [
      'JSON in JSON',
      String.raw`{"body":"{\"password\":\"hunter2\",\"a\":1}"}`,
      String.raw`{"body":"{\"password\":\"[Filtered]\",\"a\":1}"}`,
    ],
    ['a list of JSON', '{"tokens":["abc","def"],"a":1}', '{"tokens":[Filtered],"a":1}'],
    ['JSON that was cut off', '{"a":1,"secret":"abc de', '{"a":1,"secret":"[Filtered]'],
    ['what Python prints', "{'password': 'hunter2', 'b': b'x'}", "{'password': '[Filtered]', 'b': b'x'}"],
    [
      'what Ruby prints',
      '{:password=>"hunter2", "token" => "abc"}',
      '{:password=>"[Filtered]", "token" => "[Filtered]"}',
    ],
    ['XML', '<login><password>hunter2</password></login>', '<login><password>[Filtered]</password></login>'],
    [
      'SQL',
      "UPDATE users SET password = 'hunter2' WHERE id = 7",
      "UPDATE users SET password = '[Filtered]' WHERE id = 7",
    ],
    ['a query string', 'GET /a?page=2&access_token=abc&x=1', 'GET /a?page=2&access_token=[Filtered]&x=1'],
    [
      'a query in a query',
      'to=https%3A%2F%2Fx%3Ftoken%3Dabc%26b%3D1',
      'to=https%3A%2F%2Fx%3Ftoken%3D[Filtered]%26b%3D1',
    ],
    [
      'a form',
      'user%5Bpassword%5D=abc&user[token]=def',
      'user%5Bpassword%5D=[Filtered]&user[token]=[Filtered]',
    ],
    [
      'a connection string',
      'Server=db;Uid=app;Pwd=hunter2;Port=1',
      'Server=db;Uid=app;Pwd=[Filtered];Port=1',
    ],
    ['a cookie header', 'Cookie: a=b; sid=c\nHost: x', 'Cookie: [Filtered]\nHost: x'],
    [
      'an authorization header',
      "curl -H 'Authorization: Token abc' x",
      "curl -H 'Authorization: [Filtered]' x",
    ],
    ['a flag of a command', 'mysqldump --password hunter2 shop', 'mysqldump --password [Filtered] shop'],
    ['a key in an address', 'GET /geo?key=Ab3dEf6hIj9lMn2p', 'GET /geo?key=[Filtered]'],
    ['a public address', 'refused by 93.184.216.34:443', 'refused by [ip]:443'],
    ['a public address of version 6', 'from 2001:4860:4860::8888 today', 'from [ip] today'],
  ])('%s', (_, message, left) => {
    expect(scrubMessage(message)).toBe(left)
  })
})

describe('a message keeps', () => {
  it.each([
    'Unexpected token < in JSON at position 0',
    'Unexpected token: }',
    'Invalid token: expired',
    'Invalid password: must be at least 8 characters',
    'CSRF token missing or incorrect',
    'Bearer token is missing',
    'Basic authentication required',
    'password: required',
    'token=undefined&password=&secret=null',
    'https://REDACTED:REDACTED@example.com, password=…, app@1.2.3.4, release=1.2.3.4',
    'password = $1 AND token = ? OR pin = :pin',
    'password=******** token=${TOKEN} secret=<secret>',
    'max_tokens=4096, token_count: 12, tokens=57',
    'order 4111111111111112 not found',
    'order 1234567812345678 not found',
    'at 1700000000000 and 1700000000000000 and 2026-01-02T03:04:05.678Z',
    'trace 0123456789abcdef0123456789abcdef, span 0123456789abcdef',
    'id 4f9c2d1e-8b7a-4c3d-9e2f-1a2b3c4d5e6f, ulid 01ARZ3NDEKTSV4RRFFQ69G5FAV',
    'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'DE89370400440532013001 has a wrong check digit',
    'phone 555-123-4567, part 000-12-3456',
    'at login (/srv/app/auth.js:1042:13)',
    'at file:///srv/app/session:12:5',
    'connect ECONNREFUSED 127.0.0.1:5432, 10.0.0.5, 192.168.1.7, ::1',
    'Chrome/120.0.6099.109 version 1.2.3.4, v4.5.6.7, OID 1.3.6.1.4.1',
    'std::vector::at, 12:30:45, a == b, x => y',
    'https://example.com:8080/@scope/package?a=b#c',
    'https://0123456789abcdef0123456789abcdef@errors.example.com/1',
    'git@github.com:owner/repository.git, bob@example.com',
    'author: Jane, keyboard=qwerty, monkey: 5, secretary=Ann1, passenger: 12a, compass=n1',
    'cache key: cart:42:items, primary key: id1234567',
    '<input type="password" name="token">',
    'a class sk-line-chart-vertical-axis-label',
    '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
    'password: [Filtered], token=[Filtered]',
  ])('%s', (message) => {
    expect(scrubMessage(message)).toBe(message)
  })
})

describe('addresses', () => {
  it('stay where the project wants them', () => {
    expect(scrubMessage('refused by 93.184.216.34', { ipAddresses: false })).toBe('refused by 93.184.216.34')
  })
})

describe('without the defaults', () => {
  it("only the project's words and addresses are looked for", () => {
    const message = 'password=a1 patient=Ann 4111111111111111 8.8.8.8'
    expect(scrubMessage(message, { defaults: false, words: ['Patient'] })).toBe(
      'password=a1 patient=[Filtered] 4111111111111111 [ip]',
    )
  })
})
