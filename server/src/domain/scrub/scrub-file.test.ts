import { describe, expect, it } from 'vitest'
import { scrubFile } from './scrub-file.ts'
import { defaultScrubSettings } from './settings.ts'

function scrub(content: string | Uint8Array, name = 'file', contentType = ''): Uint8Array {
  return scrubFile({ name, contentType, content: Buffer.from(content) }, defaultScrubSettings)
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
    expect(scrubFile(file, defaultScrubSettings)).toBe(content)
  })
})
