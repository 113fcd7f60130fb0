import type { ProjectSettings } from '../../../lib/api.ts'
import { linesOf } from './lines.ts'
import { readAmount, textOf } from './read-amount.ts'

export type SwitchName =
  | 'scrubbing.defaults'
  | 'scrubbing.ipAddresses'
  | 'filters.browserExtensions'
  | 'filters.localhost'
  | 'filters.oldBrowsers'
  | 'filters.crawlers'
export type ListName =
  | 'scrubbing.words'
  | 'scrubbing.safeFields'
  | 'filters.releases'
  | 'filters.environments'
  | 'filters.types'
  | 'filters.messages'
const amountNames = [
  'limits.keyPerMinute',
  'limits.projectPerMinute',
  'limits.projectPerMonth',
  'storage.payloadsPerIssue',
  'storage.payloadMebibytes',
  'storage.payloadDays',
  'storage.eventDays',
] as const
export type AmountName = (typeof amountNames)[number]

/** The settings as they are edited: lists as lines, numbers as text. The names are those of the API's fields. */
export interface Draft {
  switches: Record<SwitchName, boolean>
  texts: Record<ListName | AmountName, string>
}

export function draftOf({ scrubbing, filters, limits, storage }: ProjectSettings): Draft {
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
      'storage.payloadsPerIssue': textOf(storage.payloadsPerIssue),
      'storage.payloadMebibytes': textOf(storage.payloadMebibytes),
      'storage.payloadDays': textOf(storage.payloadDays),
      'storage.eventDays': textOf(storage.eventDays),
    },
  }
}

/** The settings, or what is wrong with a field that the server could not even be sent. */
export function settingsOf({ switches, texts }: Draft): ProjectSettings | { fields: Record<string, string> } {
  const fields = Object.fromEntries(amountNames.flatMap((name) => wrongOf(name, texts[name])))
  const payloadsPerIssue = readAmount(texts['storage.payloadsPerIssue'])
  if (payloadsPerIssue === null || Object.keys(fields).length > 0) return { fields }
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
      keyPerMinute: readAmount(texts['limits.keyPerMinute']),
      projectPerMinute: readAmount(texts['limits.projectPerMinute']),
      projectPerMonth: readAmount(texts['limits.projectPerMonth']),
    },
    storage: {
      payloadsPerIssue,
      payloadMebibytes: readAmount(texts['storage.payloadMebibytes']),
      payloadDays: readAmount(texts['storage.payloadDays']),
      eventDays: readAmount(texts['storage.eventDays']),
    },
  }
}

function wrongOf(name: AmountName, text: string): [AmountName, string][] {
  const amount = readAmount(text)
  if (name === 'storage.payloadsPerIssue') {
    return amount === null || Number.isNaN(amount) ? [[name, 'Write a whole number.']] : []
  }
  return Number.isNaN(amount) ? [[name, 'Write a whole number, or leave it empty for no limit.']] : []
}
