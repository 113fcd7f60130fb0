import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Event } from './options.ts'
import { addSourceLines, addSourceLinesNow } from './source-lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'mishap-lines-'))

function aFile(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

function anEvent(...frames: { filename: string; lineno?: number }[]): Event {
  return {
    event_id: 'a',
    timestamp: 0,
    platform: 'node',
    level: 'error',
    sdk: { name: 'x', version: '1' },
    exception: { values: [{ stacktrace: { frames } }] },
  }
}

const framesOf = (event: Event) => event.exception?.values[0]?.stacktrace?.frames ?? []
const numbered = Array.from({ length: 20 }, (_, at) => `line ${at + 1}`).join('\n')

describe.each([
  ['in time', addSourceLines],
  ['at the end of the process', async (event: Event) => addSourceLinesNow(event)],
])('%s', (when, add) => {
  const name = when.replaceAll(' ', '-')

  it('a frame gets its line, and five before and after', async () => {
    const event = anEvent({ filename: aFile(`${name}.js`, numbered), lineno: 10 })
    await add(event)
    expect(framesOf(event)).toMatchObject([
      {
        pre_context: ['line 5', 'line 6', 'line 7', 'line 8', 'line 9'],
        context_line: 'line 10',
        post_context: ['line 11', 'line 12', 'line 13', 'line 14', 'line 15'],
      },
    ])
  })

  it('a frame at an end of its file gets what there is', async () => {
    const filename = aFile(`${name}-ends.ts`, 'first\r\nlast')
    const event = anEvent({ filename, lineno: 1 }, { filename, lineno: 2 }, { filename, lineno: 3 })
    await add(event)
    const [first, last, beyond] = framesOf(event)
    expect(first).toMatchObject({ pre_context: [], context_line: 'first', post_context: ['last'] })
    expect(last).toMatchObject({ pre_context: ['first'], context_line: 'last', post_context: [] })
    expect(beyond).toEqual({ filename, lineno: 3 })
  })

  it('a line is cut to 300 characters', async () => {
    const event = anEvent({ filename: aFile(`${name}.min.js`, 'x'.repeat(10_000)), lineno: 1 })
    await add(event)
    expect(framesOf(event)[0]?.context_line).toBe(`${'x'.repeat(300)}…`)
  })

  it.each([
    ['is not there', () => '/nowhere/a.js'],
    ['is no source file', () => aFile(`${name}-secrets.env`, 'KEY=1')],
    ['is a folder', () => mkdtempSync(join(folder, 'a.js')).concat('/.js')],
    ['is a device', () => '/dev/zero'],
    ['is of the engine', () => 'node:internal/timers'],
    ['is not said from the root', () => 'source-lines.test.ts'],
    ['is larger than five megabytes', () => aFile(`${name}-large.js`, 'x\n'.repeat(2_700_000))],
  ])('a frame of what %s stays as it is', async (_what, fileOf) => {
    const frame = { filename: fileOf(), lineno: 1 }
    const event = anEvent({ ...frame })
    await add(event)
    expect(framesOf(event)).toEqual([frame])
  })
})

it('an event of very many files gets the lines of its newest calls', async () => {
  const frames = Array.from({ length: 150 }, (_, at) => ({
    filename: aFile(`many-${at}.js`, 'x'),
    lineno: 1,
  }))
  const event = anEvent(...frames)
  await addSourceLines(event)
  expect(framesOf(event).filter((frame) => frame.context_line === 'x')).toHaveLength(100)
  expect(framesOf(event).at(-1)?.context_line).toBe('x')
})
