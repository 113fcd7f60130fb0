import { expect, it } from 'vitest'
import type { Event } from '../../event/event.ts'
import { anEvent } from '../../event/testing/an-event.ts'
import { anException, eventOf, inModule, judgePair, type Pair } from '../testing/a-stranger.ts'

const SITES: Record<string, string> = { node: '/app/desk/seats.js#book', go: '/src/desk/seats.go#Book' }

/** Two messages of one place. */
function said(
  about: string,
  verdict: 'one' | 'two',
  platform: string,
  type: string,
  texts: [string, string],
): Pair {
  const [a, b] = texts.map((text) =>
    eventOf(platform, anException(`${type}: ${text}`, SITES[platform] ?? inModule('desk.seats#book'))),
  )
  return [about, verdict, a ?? anEvent(), b ?? anEvent()]
}

function logged(about: string, verdict: 'one' | 'two', a: Event['logentry'], b: Event['logentry']): Pair {
  const event = (logentry: Event['logentry']): Event =>
    anEvent({ type: 'default', ...(logentry && { logentry }) })
  return [about, verdict, event(a), event(b)]
}

const pairs: Pair[] = [
  said('a text that is no number, in Python', 'one', 'python', 'ValueError', [
    "could not convert string to float: 'abc'",
    "could not convert string to float: 'n/a'",
  ]),
  said('a text that is no number, in Java', 'one', 'java', 'NumberFormatException', [
    'For input string: "abc"',
    'For input string: "twelve"',
  ]),
  said('a text that is no number, in Go', 'one', 'go', '*strconv.NumError', [
    'strconv.Atoi: parsing "abc": invalid syntax',
    'strconv.Atoi: parsing "twelve": invalid syntax',
  ]),
  said('a text that is no number, in Ruby', 'one', 'ruby', 'ArgumentError', [
    'invalid value for Integer(): "abc"',
    'invalid value for Integer(): "twelve"',
  ]),
  said('a date that is none', 'one', 'java', 'DateTimeParseException', [
    "Text 'yesterday' could not be parsed at index 0",
    "Text '31.12.' could not be parsed at index 3",
  ]),
  said('a word that an enum does not have', 'one', 'java', 'IllegalArgumentException', [
    'No enum constant com.acme.Color.PURPLE',
    'No enum constant com.acme.Color.MAUVE',
  ]),
  said('a value that Postgres does not take', 'one', 'node', 'error', [
    'invalid input syntax for type uuid: "abc"',
    'invalid input syntax for type uuid: "undefined"',
  ]),
  said('two constraints', 'two', 'node', 'error', [
    'duplicate key value violates unique constraint "users_email_key"',
    'duplicate key value violates unique constraint "users_phone_key"',
  ]),
  said('one constraint, in two languages of details', 'one', 'python', 'UniqueViolation', [
    'duplicate key value violates unique constraint "users_email_key"\nDETAIL:  Key (email)=(ann@example.org) already exists.',
    'duplicate key value violates unique constraint "users_email_key"\nDETAIL:  Key (email)=(bob@example.org) already exists.',
  ]),
  said('a document that MongoDB has already', 'one', 'node', 'MongoServerError', [
    'E11000 duplicate key error collection: desk.users index: email_1 dup key: { email: "ann@example.org" }',
    'E11000 duplicate key error collection: desk.users index: email_1 dup key: { email: "bob@example.org" }',
  ]),
  said('two indexes of MongoDB', 'two', 'node', 'MongoServerError', [
    'E11000 duplicate key error collection: desk.users index: email_1 dup key: { email: "ann@example.org" }',
    'E11000 duplicate key error collection: desk.users index: phone_1 dup key: { phone: "0123" }',
  ]),
  said('what urllib3 says of a refused connection', 'one', 'python', 'ConnectionError', [
    "HTTPSConnectionPool(host='api.example.org', port=443): Max retries exceeded with url: /seats/7?x=1 (Caused by NewConnectionError('<urllib3.connection.HTTPSConnection object at 0x7f12ab>: Failed to establish a new connection: [Errno 111] Connection refused'))",
    "HTTPSConnectionPool(host='api.example.org', port=443): Max retries exceeded with url: /seats/190 (Caused by NewConnectionError('<urllib3.connection.HTTPSConnection object at 0x7fcc99>: Failed to establish a new connection: [Errno 111] Connection refused'))",
  ]),
  said('answers of requests with one status', 'one', 'python', 'HTTPError', [
    '404 Client Error: Not Found for url: https://api.example.org/seats/7',
    '404 Client Error: Not Found for url: https://api.example.org/seats/8?x=1',
  ]),
  said('answers of requests with two statuses', 'two', 'python', 'HTTPError', [
    '404 Client Error: Not Found for url: https://api.example.org/seats/7',
    '403 Client Error: Forbidden for url: https://api.example.org/seats/7',
  ]),
  said('two errors of one operation of a cloud', 'two', 'python', 'ClientError', [
    'An error occurred (ThrottlingException) when calling the GetItem operation (reached max retries: 4): Rate exceeded',
    'An error occurred (AccessDeniedException) when calling the GetItem operation: User is not authorized',
  ]),
  said('two failures that Prisma reports below a listing', 'two', 'node', 'PrismaClientKnownRequestError', [
    '\nInvalid `prisma.user.create()` invocation in\n/app/desk/seats.ts:12:34\n\n  9 try {\n\nUnique constraint failed on the fields: (`email`)',
    '\nInvalid `prisma.user.create()` invocation in\n/app/desk/seats.ts:12:34\n\n  9 try {\n\nForeign key constraint failed on the field: `deskId`',
  ]),
  said('two fields that GraphQL misses', 'two', 'node', 'GraphQLError', [
    'Cannot return null for non-nullable field User.email.',
    'Cannot return null for non-nullable field User.phone.',
  ]),
  said('two attributes of None', 'two', 'python', 'AttributeError', [
    "'NoneType' object has no attribute 'seat'",
    "'NoneType' object has no attribute 'gate'",
  ]),
  said('operands of two types', 'two', 'python', 'TypeError', [
    "unsupported operand type(s) for +: 'int' and 'str'",
    "unsupported operand type(s) for +: 'NoneType' and 'str'",
  ]),
  said('exit codes', 'two', 'python', 'CalledProcessError', [
    "Command '['git', 'fetch']' returned non-zero exit status 128.",
    "Command '['git', 'fetch']' returned non-zero exit status 1.",
  ]),
  said('an amount of money and of time', 'one', 'node', 'PaymentError', [
    'charge of €12.50 for seat 7A declined after 1.2s',
    'charge of €1,250.00 for seat 14C declined after 870ms',
  ]),
  said('a token that ran out', 'one', 'node', 'TokenError', [
    'token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcDEF123_x expired at 2026-01-02T03:04:05Z',
    'token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI5OSJ9.zzzYYY987-y expired at 2027-11-12T13:14:15+01:00',
  ]),
  logged(
    'a message with parameters, as its program wrote it',
    'one',
    { message: 'order %s is late', params: ['alpha'], formatted: 'order alpha is late' },
    { message: 'order %s is late', params: ['beta'], formatted: 'order beta is late' },
  ),
  logged(
    'two messages in JSON',
    'two',
    { formatted: '{"level":"warn","msg":"seat map is old","age":12}' },
    { formatted: '{"level":"warn","msg":"gate is closed","gate":7}' },
  ),
  logged(
    'one message in JSON with other values',
    'one',
    { formatted: '{"level":"warn","msg":"seat map is old","age":12}' },
    { formatted: '{"age":99,"level":"warn","msg":"seat map is old"}' },
  ),
]

it.each(pairs)('messages of strangers: %s is %s', (_, verdict, a, b) => {
  const judged = judgePair(a, b)
  expect(judged.verdict, judged.keys).toBe(verdict)
})
