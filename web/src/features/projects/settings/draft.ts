import type { ProjectSettings } from '../../../lib/api.ts'

const switchNames = [
  'scrubbing.defaults',
  'scrubbing.ipAddresses',
  'filters.browserExtensions',
  'filters.localhost',
  'filters.oldBrowsers',
  'filters.crawlers',
] as const
const listNames = [
  'scrubbing.words',
  'scrubbing.safeFields',
  'filters.releases',
  'filters.environments',
  'filters.types',
  'filters.messages',
] as const
const limitNames = ['limits.keyPerMinute', 'limits.projectPerMinute', 'limits.projectPerMonth'] as const

export type SwitchName = (typeof switchNames)[number]
export type ListName = (typeof listNames)[number]
export type LimitName = (typeof limitNames)[number]

/** The settings as they are edited: lists as lines, numbers as text. The names are those of the API's fields. */
export interface Draft {
  switches: Record<SwitchName, boolean>
  texts: Record<ListName | LimitName, string>
}

export function draftOf({ scrubbing, filters, limits }: ProjectSettings): Draft {
  return {
    switches: {
      'scrubbing.defaults': scrubbing.defaults,
      'scrubbing.ipAddresses': scrubbing.ipAddresses,
      'filters.browserExtensions': filters.browserExtensions,
      'filters.localhost': filters.localhost,
      'filters.oldBrowsers': filters.oldBrowsers,
      'filters.crawlers': filters.crawlers,
    },
    texts: {
      'scrubbing.words': scrubbing.words.join('\n'),
      'scrubbing.safeFields': scrubbing.safeFields.join('\n'),
      'filters.releases': filters.releases.join('\n'),
      'filters.environments': filters.environments.join('\n'),
      'filters.types': filters.types.join('\n'),
      'filters.messages': filters.messages.join('\n'),
      'limits.keyPerMinute': textOf(limits.keyPerMinute),
      'limits.projectPerMinute': textOf(limits.projectPerMinute),
      'limits.projectPerMonth': textOf(limits.projectPerMonth),
    },
  }
}

/** The settings, or what is wrong with a field that the server could not even be sent. */
export function settingsOf({ switches, texts }: Draft): ProjectSettings | { fields: Record<string, string> } {
  const wrong = limitNames.filter((name) => Number.isNaN(readAllowance(texts[name]) ?? 0))
  if (wrong.length > 0) {
    const sentence = 'Write a whole number, or leave it empty for no limit.'
    return { fields: Object.fromEntries(wrong.map((name) => [name, sentence])) }
  }
  return {
    scrubbing: {
      defaults: switches['scrubbing.defaults'],
      ipAddresses: switches['scrubbing.ipAddresses'],
      words: linesOf(texts['scrubbing.words']),
      safeFields: linesOf(texts['scrubbing.safeFields']),
    },
    filters: {
      browserExtensions: switches['filters.browserExtensions'],
      localhost: switches['filters.localhost'],
      oldBrowsers: switches['filters.oldBrowsers'],
      crawlers: switches['filters.crawlers'],
      releases: linesOf(texts['filters.releases']),
      environments: linesOf(texts['filters.environments']),
      types: linesOf(texts['filters.types']),
      messages: linesOf(texts['filters.messages']),
    },
    limits: {
      keyPerMinute: readAllowance(texts['limits.keyPerMinute']),
      projectPerMinute: readAllowance(texts['limits.projectPerMinute']),
      projectPerMonth: readAllowance(texts['limits.projectPerMonth']),
    },
  }
}

/** What the server says of a list or of one of its lines, which it knows by its place among those that are not empty. */
export function errorsOf(name: ListName, text: string, fields: Record<string, string>): string | undefined {
  const errors = Object.entries(fields).flatMap(([field, wrong]) => {
    if (field === name) return [wrong]
    if (!field.startsWith(`${name}.`)) return []
    const line = linesOf(text)[Number(field.slice(name.length + 1))]
    return [line === undefined ? wrong : `“${line.slice(0, longestQuote)}”: ${wrong}`]
  })
  return errors.length > 0 ? errors.join(' ') : undefined
}

const longestQuote = 40

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** null for none, NaN for what is no number; people write 10,000 as well as 10 000. */
function readAllowance(text: string): number | null {
  const digits = text.replaceAll(/[\s,_'’]/g, '')
  if (digits === '') return null
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN
}

function textOf(allowance: number | null): string {
  return allowance === null ? '' : String(allowance)
}
