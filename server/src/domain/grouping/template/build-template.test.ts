import { describe, expect, it } from 'vitest'
import { buildTemplate } from './build-template.ts'

const template = (value: string, source = '', type = 'Error') =>
  buildTemplate({ type, value, javascript: true, sources: source ? [source] : [] }).text
const engine = (value: string, type = 'TypeError') => template(value, '', type)

describe('engine vocabulary', () => {
  it.each([
    ["Cannot read properties of undefined (reading 'price')", 'nullish:price'],
    ["Cannot read property 'price' of null", 'nullish:price'],
    ['can\'t access property "price", r.product is undefined', 'nullish:price'],
    ["undefined is not an object (evaluating 'r.product.price')", 'nullish:price'],
    ["null is not an object (evaluating 'a.price = 1')", 'nullish:price'],
    ["Cannot set properties of null (setting 'price')", 'nullish:price'],
    ['e.user.setAvatar is not a function', 'notcallable:setAvatar'],
    [
      "e.user.setAvatar is not a function. (In 'e.user.setAvatar(e.url)', 'e.user.setAvatar' is undefined)",
      'notcallable:setAvatar',
    ],
    ["Object doesn't support property or method 'setAvatar'", 'notcallable:setAvatar'],
    ['n is not a function', 'notcallable:*'],
    ['undefined is not iterable (cannot read property Symbol(Symbol.iterator))', 'notiterable'],
    ['Failed to fetch', 'network-failure'],
    ['NetworkError when attempting to fetch resource.', 'network-failure'],
    ['Load failed', 'network-failure'],
  ])('reads %s', (message, word) => expect(engine(message)).toBe(word))

  it.each(['cartTotal is not defined', "Can't find variable: cartTotal"])('reads %s', (message) =>
    expect(engine(message, 'ReferenceError')).toBe('undeclared:cartTotal'),
  )

  it.each([
    'Unexpected token \'<\', "<html>"... is not valid JSON',
    'Unexpected token < in JSON at position 0',
    'Unexpected end of JSON input',
    'JSON.parse: unexpected character at line 1 column 1 of the JSON data',
    "JSON Parse error: Unrecognized token '<'",
  ])('reads %s', (message) => expect(engine(message, 'SyntaxError')).toBe('json-parse'))

  it('leaves a program’s own words alone', () => {
    expect(template('this plan is not iterable', '', 'PlanError')).toBe('this plan is not iterable')
  })
})

describe('what varies', () => {
  it.each([
    [
      'Order 140524636 not found for user 2eb12e2e-0568-4cb3-9dae-97ba7dc79a58',
      'order * not found for user *',
    ],
    ['Stock for SKU-713728697 is gone', 'stock for sku-* is gone'],
    ['getaddrinfo ENOTFOUND h871839668.invalid', 'getaddrinfo enotfound *'],
    ['connect ECONNREFUSED 10.0.0.1:5432', 'connect econnrefused *'],
    ['connect ECONNREFUSED ::1:5432', 'connect econnrefused *'],
    ["ENOENT: no such file or directory, open '/srv/cfg/a.json'", 'enoent: no such file or directory, open'],
    ['took 3804 ms', 'took *'],
    ['took 40ms', 'took *'],
    ['at 2026-01-02T03:04:05.678Z it stopped', 'at * it stopped'],
    ['mail to jo@example.org bounced', 'mail to * bounced'],
    ['GET https://example.org/a?b=1 gave up', 'get * gave up'],
    ['balance is -5', 'balance is *'],
    ['got {"a": 1, "b": [2]} here', 'got * here'],
    ['ids 1, 2, 3 left', 'ids * left'],
    ['<Foo object at 0x7f1a2b> died', '<foo object at *> died'],
    ['com.acme.Order@1a2b3c4d is stale', 'com.acme.order* is stale'],
    ['session k9Mtd2gDcgG expired', 'session * expired'],
  ])('masks %s', (message, expected) => expect(template(message)).toBe(expected))

  it.each([
    'duplicate key value violates unique constraint "users_email_key"',
    'request failed with status 404',
    "'utf-8' codec can't decode",
    'cannot use sha256 over http/2',
    'ora-00942: table or view does not exist',
    "cannot find module '@scope/pkg-2'",
    'column address_2 is missing',
  ])('keeps %s', (message) => expect(template(message.replace('ora-', 'ORA-'))).toBe(message))

  it('reads only the first line, and reports what it replaced', () => {
    const { text, replaced } = buildTemplate({
      type: 'E',
      value: '\n job 77 failed\nDETAIL: x',
      javascript: false,
      sources: [],
    })
    expect(text).toBe('job * failed')
    expect(replaced).toEqual([{ from: 4, to: 6, label: 'number' }])
  })

  it('does not depend on the order of an object’s keys', () => {
    expect(template('Object captured as exception with keys: b, a')).toBe(
      template('Object captured as exception with keys: a, b'),
    )
  })
})

describe('a missing key', () => {
  const key = (value: string, ...sources: string[]) =>
    buildTemplate({ type: 'E', value, javascript: false, sources }).text
  it.each([
    ['Undefined array key "seat"', '$row["seat"]', 'undefined array key "seat"'],
    ['Undefined array key "LHR"', '$airports[$code]', 'undefined array key *'],
    ['key not found: :seat', 'row.fetch(:seat)', 'key not found: :seat'],
    ['key not found: "LHR"', 'airports.fetch(code)', 'key not found: *'],
    [
      "The given key 'LHR' was not present in the dictionary.",
      'airports[code]',
      'the given key * was not present in the dictionary.',
    ],
  ])('%s counts as far as the source writes it', (value, source, expected) =>
    expect(key(value, source)).toBe(expected),
  )
  it('stays where no source is known', () => {
    expect(key('Undefined array key "seat"')).toBe('undefined array key "seat"')
  })
})

describe('a status of HTTP', () => {
  it.each([
    ['ApiError', '404 on /seats/7', '404 on *'],
    ['HttpError', 'answered (503) after a while', 'answered (503) after a while'],
    ['Error', '502 Bad Gateway', '502 bad gateway'],
    ['StockError', '404 seats are left', '* seats are left'],
    ['ApiError', 'order 404 is late', 'order * is late'],
  ])('is known in %s: %s', (type, message, expected) => expect(template(message, '', type)).toBe(expected))
})

describe('words of other runtimes', () => {
  const words = (type: string, value: string) =>
    buildTemplate({ type, value, javascript: false, sources: [] }).text
  it.each([
    ['NoMethodError', "undefined method `total' for nil:NilClass", 'nullish:total'],
    ['NoMethodError', "undefined method 'total' for an instance of Cart", 'notcallable:total'],
    ['NameError', "undefined local variable or method `cart' for main:Object", 'undeclared:cart'],
    ['NullPointerException', 'Cannot invoke "a.B.total()" because "<local1>" is null', 'nullish:total'],
    ['NullPointerException', 'Cannot read field "price" because "c" is null', 'nullish:price'],
    ['IllegalArgumentException', 'No enum constant a.Color.MAUVE', 'noenum:a.Color'],
    ['JSON::ParserError', "unexpected token at 'x'", 'json-parse'],
    ['com.fasterxml.jackson.core.JsonParseException', 'Unexpected character', 'json-parse'],
    ['JsonException', 'Syntax error', 'json-parse'],
  ])('of %s: %s', (type, value, word) => expect(words(type, value)).toBe(word))
})

describe('first line', () => {
  const first = (value: string) => buildTemplate({ type: 'E', value, javascript: true, sources: [] }).text
  it('is all of data that is printed over several lines', () => {
    expect(first('[\n  {\n    "code": "too_small"\n  }\n]')).toBe('*')
  })
  it('of a validator goes on to the fields that it refused', () => {
    const of = (type: string, value: string) =>
      buildTemplate({ type, value, javascript: false, sources: [] }).text
    const pydantic = (zip: string) =>
      `1 validation error for Seat\nrow.0.zip\n  Wrong: '${zip}' [type=bad_zip, input_value='${zip}']\n    For more see https://x.example`
    expect(of('ValidationError', pydantic('abc'))).toBe('seat: row.*.zip, bad_zip')
    expect(of('ValidationError', pydantic('xyz'))).toBe('seat: row.*.zip, bad_zip')
    expect(of('ValidationError', "{'code': ['Length must be 6.']}")).toBe('code: length must be *.')
    expect(of('ZodError', '[\n {\n "code": "too_small",\n "path": ["gate"]\n }\n]')).toBe(
      'code: too_small, path: gate',
    )
  })
  it('is the last one of Prisma', () => {
    expect(first('\nInvalid `prisma.seat.create()` invocation in\n/a.ts:1\n\nSeat is taken')).toBe(
      'seat is taken',
    )
  })
})

describe('source anchor', () => {
  it('knows a word as filled in by comparing with the throwing line', () => {
    const source = 'throw new Error(`No plan called ${name} for this team`)'
    expect(template('No plan called Gold for this team', source)).toBe('no plan called * for this team')
  })

  it('keeps names of the schema and status codes', () => {
    const source = 'throw new E(`duplicate key violates constraint "${c}"`)'
    expect(template('duplicate key violates constraint "users_email_key"', source)).toContain(
      'users_email_key',
    )
    expect(template('Answered with status 500', "throw Error('Answered with status ' + s)")).toBe(
      'answered with status 500',
    )
  })

  it('is ignored when the source explains only a small part', () => {
    expect(template('Failed: disk quota of the tenant is used up', "throw Error('Failed: ' + e)")).toBe(
      'failed: disk quota of the tenant is used up',
    )
  })

  it('keeps a lone key only when it is written in the source', () => {
    const key = (value: string, source: string) =>
      buildTemplate({ type: 'KeyError', value, javascript: false, sources: [source] }).text
    expect(key("'product'", 'line["product"]')).toBe('product')
    expect(key("'x435540587'", 'table[country]')).toBe('*')
  })
})
