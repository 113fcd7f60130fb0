import { describe, expect, it } from 'vitest'
import { readSettings } from './settings.ts'

const dsn = 'https://key@errors.example.org/1'

function read(options: object) {
  const warnings: string[] = []
  const settings = readSettings(options, (message) => warnings.push(message))
  return { settings, warnings }
}

it('what is not said has a default', () => {
  expect(read({ dsn }).settings).toMatchObject({
    environment: 'production',
    sampleRate: 1,
    maxBreadcrumbs: 100,
    target: { host: 'errors.example.org', projectId: '1' },
  })
})

it('without a DSN the SDK is off, and nothing is said', () => {
  for (const options of [{}, { dsn: '' }, { dsn: undefined }, { dsn: null }]) {
    const { settings, warnings } = read(options)
    expect([settings.target, warnings]).toEqual([undefined, []])
  }
})

describe('a wrong option', () => {
  it.each([
    [{ dsn: 'nonsense' }, 'dsn must be a DSN, like https://<key>@<host>/<project number>.'],
    [{ dsn: 7 }, 'dsn must be a DSN'],
    [{ dsn, sampleRate: 2 }, 'sampleRate must be a number from 0 to 1.'],
    [{ dsn, sampleRate: Number.NaN }, 'sampleRate must be'],
    [{ dsn, sampleRate: '1' }, 'sampleRate must be'],
    [{ dsn, maxBreadcrumbs: -1 }, 'maxBreadcrumbs must be a number from 0 to 1000.'],
    [{ dsn, release: 7 }, 'release must be a text.'],
    [{ dsn, ignoreErrors: 'boom' }, 'ignoreErrors must be a list'],
    [{ dsn, ignoreErrors: [7] }, 'ignoreErrors must be a list'],
    [{ dsn, beforeSend: true }, 'beforeSend must be a function.'],
    [{ dsn, transport: {} }, 'transport must be a function.'],
    [{ dsn, initialScope: 'x' }, 'initialScope must be an object.'],
  ])('is said, and turns the SDK off: %j', (options, sentence) => {
    const { settings, warnings } = read(options)
    expect(settings.target).toBeUndefined()
    expect(warnings).toEqual([expect.stringContaining(sentence)])
  })

  it('is said together with all others', () => {
    const { warnings } = read({ dsn: 'nonsense', sampleRate: 2 })
    expect(warnings).toEqual([expect.stringMatching(/^dsn .* sampleRate .* Nothing is reported\.$/)])
  })
})
