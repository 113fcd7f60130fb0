import { describe, expect, it } from 'vitest'
import { createScrubber } from './scrubber.ts'
import { defaultScrubSettings } from './settings.ts'

function scrub(content: string | Uint8Array, name = 'file', contentType = ''): Uint8Array {
  const file = { name, contentType, content: Buffer.from(content) }
  return createScrubber(defaultScrubSettings).file(file)
}

function scrubbed(content: string, name?: string, contentType?: string): string {
  return Buffer.from(scrub(content, name, contentType)).toString()
}

describe('a file loses its secrets', () => {
  it.each<[what: string, content: string, left: string]>([
    ['in lines', 'start\npassword=hunter2\nend\n', 'start\npassword=[Filtered]\nend\n'],
    ['in XML', '<a>\n<password>hunter2</password></a>', '<a>\n<password>[Filtered]</password></a>'],
    ['in YAML', 'db:\n  password: hunter2\n', 'db:\n  password: [Filtered]\n'],
    [
      'of several lines',
      ['-----BEGIN PRIVATE', ' KEY-----\nabc\n-----END PRIVATE', ' KEY-----\nx'].join(''),
      '[Filtered]\nx',
    ],
    ['in JSON', '{"pin":1234,"a":1}\n', '{"pin":"[Filtered]","a":1}\n'],
    ['in JSON with indents', '{\n  "pin": 1234\n}', '{\n  "pin": "[Filtered]"\n}'],
    ['in lines of JSON', '{"a":1}\n{"pin":1}\noops', '{"a":1}\n{"pin":"[Filtered]"}\noops'],
    ['in JSON that was cut off', '{"a":1,"secret":"abc de', '{"a":1,"secret":"[Filtered]'],
    ['in JSON of any depth', `${'['.repeat(9_000)}"pin=1234"`, `${'['.repeat(9_000)}"pin=[Filtered]"`],
  ])('%s', (_, content, left) => expect(scrubbed(content)).toBe(left))

  it('in other encodings, when its name or type says that it is text', () => {
    const latin1 = Buffer.from('gr\u00fc\u00dfe password=hunter2\0', 'latin1')
    const clean = Buffer.from('gr\u00fc\u00dfe password=[Filtered]\0', 'latin1')
    expect(scrub(latin1, 'app.LOG')).toEqual(clean)
    expect(scrub(latin1, 'x', 'text/plain; charset=iso-8859-1')).toEqual(clean)
    const utf16 = Buffer.from('\uFEFFpassword=hunter2', 'utf16le')
    expect(Buffer.from(scrub(utf16)).toString('utf16le')).toBe('\uFEFFpassword=[Filtered]')
  })
})

describe('a file stays byte by byte', () => {
  it.each<[what: string, content: Uint8Array]>([
    ['when it is no text', Buffer.from('password=hunter2\0\xff', 'latin1')],
    ['when it is larger than 1 MiB', Buffer.from('password=hunter2'.padEnd(1024 * 1024 + 1, ' '))],
    ['when it holds no secret', Buffer.from('{ "a" : 1e3 }\n')],
    ['when it is empty', Buffer.alloc(0)],
  ])('%s', (_, content) => {
    const file = { name: 'file', contentType: '', content }
    expect(createScrubber(defaultScrubSettings).file(file)).toBe(content)
  })
})

describe('a table loses the columns that are named like secrets', () => {
  it.each<[what: string, content: string, left: string]>([
    ['with commas', 'password,n\nabc,7\nab c,8\n', 'password,n\n[Filtered],7\n[Filtered],8\n'],
    ['with semicolons and CRLF', 'a;token\r\n1;xyz\r\n', 'a;token\r\n1;[Filtered]\r\n'],
    ['with tabs', 'secret\tb\nx y\t2', 'secret\tb\n[Filtered]\t2'],
    ['with quotes', '"a","pin"\n"x ""y"", z","12,34"\n', '"a","pin"\n"x ""y"", z","[Filtered]"\n'],
    ['with lines in its values', 'a,secret\n1,"x\ny"\n2,z', 'a,secret\n1,"[Filtered]"\n2,[Filtered]'],
    ['with a byte order mark', '\uFEFFpassword,b\nabc,2', '\uFEFFpassword,b\n[Filtered],2'],
    ['with a quote that never ends', 'a,password\n1,"abc\n2,d', 'a,password\n1,"[Filtered]'],
    ['with rows of other lengths', 'a,password\n1\n2,abc,3\n\n', 'a,password\n1\n2,[Filtered],3\n\n'],
    ['but not what is empty', 'a,password\n1,\n2,null', 'a,password\n1,\n2,null'],
  ])('%s', (_, content, left) => {
    expect(scrubbed(content, 'users.csv')).toBe(left)
    expect(scrubbed(content, 'notes')).toBe(left)
  })

  it('of one column, or with names of several words, when its name or type says that it is a table', () => {
    expect(scrubbed('password\nabc', 'x.csv')).toBe('password\n[Filtered]')
    expect(scrubbed('my password,a b\nabc,d', 'x', 'text/csv')).toBe('my password,a b\n[Filtered],d')
    expect(scrubbed('password\nabc')).toBe('password\nabc')
    expect(scrubbed('my password,a b\nabc,d')).toBe('my password,a b\nabc,d')
  })

  it('and what else is secret in it', () => {
    expect(scrubbed('a,password\npin=1234,abc', 'x.csv')).toBe('a,password\npin=[Filtered],[Filtered]')
  })
})

it('what is removed is counted by its rule', () => {
  const scrubber = createScrubber(defaultScrubSettings)
  scrubber.text('password=hunter2 of 93.184.216.34', 'message')
  scrubber.file({ name: 'a.csv', contentType: '', content: Buffer.from('a,token\n1,abc\n2,def') })
  scrubber.text('nothing', 'message')
  expect(scrubber.removed()).toEqual([
    { rule: '@password:filter', count: 3 },
    { rule: '@ip:replace', count: 1 },
  ])
  expect(createScrubber(defaultScrubSettings).removed()).toEqual([])
})
