import { expect, it } from 'vitest'
import { someSettings } from '../../../testing/project-fixtures.ts'
import { draftOf, settingsOf } from './draft.ts'

const full = someSettings({
  scrubbing: { defaults: false, ipAddresses: true, words: ['iban', 'pin'], safeFields: ['token_count'] },
  filters: {
    browserExtensions: true,
    localhost: false,
    oldBrowsers: true,
    crawlers: false,
    releases: ['shop@1.*'],
    environments: ['dev', 'test*'],
    types: ['Abort*'],
    messages: ['*ResizeObserver*'],
  },
  limits: { keyPerMinute: 1_000, projectPerMinute: null, projectPerMonth: 5_000_000 },
  storage: { payloadsPerIssue: 50, payloadMebibytes: null, payloadDays: 7, eventDays: null },
})

it('gives back what it was made from', () => {
  expect(settingsOf(draftOf(full))).toEqual(full)
})

it('takes each line for an entry, without the space around it and without empty lines', () => {
  const draft = draftOf(someSettings())
  draft.texts['filters.types'] = '  Abort* \n\n\tTimeout\n'
  expect(settingsOf(draft)).toMatchObject({ filters: { types: ['Abort*', 'Timeout'] } })
})

it.each([
  ['', null],
  ['10,000', 10_000],
  ['10 000', 10_000],
])('reads the limit %j as %j', (text, limit) => {
  const draft = draftOf(someSettings())
  draft.texts['limits.keyPerMinute'] = text
  expect(settingsOf(draft)).toMatchObject({ limits: { keyPerMinute: limit } })
})

it.each(['many', '1.5', '-3'])('asks for a whole number instead of %j', (text) => {
  const draft = draftOf(someSettings())
  draft.texts['limits.projectPerMonth'] = text
  expect(settingsOf(draft)).toEqual({
    fields: { 'limits.projectPerMonth': 'Write a whole number, or leave it empty for no limit.' },
  })
})

it.each(['', 'all', '2.5'])('asks how many whole events of an issue are kept instead of %j', (text) => {
  const draft = draftOf(someSettings())
  draft.texts['storage.payloadsPerIssue'] = text
  draft.texts['storage.payloadDays'] = 'x'
  expect(settingsOf(draft)).toEqual({
    fields: {
      'storage.payloadsPerIssue': 'Write a whole number.',
      'storage.payloadDays': 'Write a whole number, or leave it empty for no limit.',
    },
  })
})
