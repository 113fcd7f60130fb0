import { expect, it } from 'vitest'
import { anEvent } from '../event/testing/an-event.ts'
import { groupOf, partOf } from './testing/an-event.ts'
import { groupEvent } from './group-event.ts'

function aReport(blocked: string, rule = 'script-src', page = 'https://shop.example/') {
  const csp = { effective_directive: rule, blocked_uri: blocked, document_uri: page }
  return anEvent({ type: 'csp', csp, logentry: { formatted: `${rule} does not allow it` } })
}

const script = aReport('https://evil.example/a.js')

it('a report is grouped by the rule and by the host that broke it', () => {
  expect([partOf(script, 'rule'), partOf(script, 'place')]).toEqual(['script-src', 'evil.example'])
  expect(groupOf(aReport('https://evil.example/b.js?x', 'script-src', 'https://shop.example/cart'))).toBe(
    groupOf(script),
  )
  expect(groupOf(aReport('https://evil.example/a.js', 'img-src'))).not.toBe(groupOf(script))
  expect(groupOf(aReport('https://other.example/a.js'))).not.toBe(groupOf(script))
})

it('a report is titled by what it says, and its culprit is the rule', () => {
  expect(groupEvent(script)).toMatchObject({
    tier: 'report',
    title: 'script-src does not allow it',
    culprit: 'script-src',
  })
})

it('a client fingerprint decides over a report too', () => {
  expect(groupEvent({ ...script, fingerprint: ['mine'] }).tier).toBe('client')
})

it('a type without its report is an event like any other', () => {
  expect(groupEvent(anEvent({ type: 'csp', logentry: { formatted: 'Hi' } })).tier).toBe('message')
})
