import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRules } from './parse-rules.ts'

const errorOf = (line: string) => {
  const [error] = parseRules(line).errors
  return error && { marked: line.slice(error.from, error.to), message: error.message }
}

it('reads matchers, action and what it takes', () => {
  const { rules, errors } = parseRules(`
# all deadlocks of a tenant are one bug
type:DatabaseError !message:"*read only*"   -> fingerprint database-deadlock {{ tags.tenant }}  # per tenant
module:shop.core.* function:must*           -> in-app
`)
  expect(errors).toEqual([])
  expect(rules.onKeys).toMatchObject([
    {
      line: 3,
      text: 'type:DatabaseError !message:"*read only*"   -> fingerprint database-deadlock {{ tags.tenant }}',
      event: [
        { of: 'type', negated: false },
        { of: 'message', negated: true, glob: { pattern: '*read only*', part: 'read only' } },
      ],
      frame: [],
      action: { kind: 'fingerprint', entries: ['database-deadlock', '{{ tags.tenant }}'] },
    },
  ])
  expect(rules.onFrames).toMatchObject([{ line: 4, action: { kind: 'in-app' } }])
})

it('takes quoted text as it is, arrows and number signs included', () => {
  const { rules } = parseRules(String.raw`message:"a \"b\" -> # c" -> fingerprint "two words" #not-this`)
  expect(rules.onKeys[0]?.event[0]?.glob.pattern).toBe('a "b" -> # c')
  expect(rules.onKeys[0]?.action).toEqual({ kind: 'fingerprint', entries: ['two words'] })
})

it('keeps the rules of the lines that are right', () => {
  const { rules, errors } = parseRules('type:A -> drop-part site\ntype:B\r\ntype:C -> drop-part site')
  expect(rules.onKeys.map(({ line }) => line)).toEqual([1, 3])
  expect(errors.map(({ line }) => line)).toEqual([2])
})

describe('an error', () => {
  it.each([
    ['typ:A -> in-app', 'typ', 'Did you mean “type”?'],
    ['tpye:A -> in-app', 'tpye', 'Did you mean “type”?'],
    ['type -> drop-part site', 'type', 'Expected a matcher such as'],
    ['type: -> drop-part site', 'type:', 'Expected a pattern after “type:”'],
    ['tags.:x -> drop-part site', 'tags.', 'There is no field “tags.”'],
    ['type:A', 'type:A', 'Expected “->”'],
    ['type:A ->', '->', 'Expected “->”'],
    ['-> helper', 'helper', 'Expected at least one matcher'],
    ['type:A -> fingerprnt x', 'fingerprnt', 'Did you mean “fingerprint”?'],
    ['type:A -> fingerprint', 'fingerprint', 'Expected at least one text'],
    ['type:A -> fingerprint {{ tag.x }}', '{{ tag.x }}', 'There is no variable “tag.x”'],
    ['type:A -> fingerprint a-{{ default }}', 'a-{{ default }}', 'put spaces around it'],
    ['type:A -> add-part {{ default }}', '{{ default }}', 'they are there already'],
    ['type:A -> fingerprint a -> helper', '->', 'one “->”'],
    ['type:A -> drop-part templat', 'templat', 'Did you mean “template”?'],
    ['type:A -> drop-part', 'drop-part', 'Expected the name of a part'],
    ['type:A -> in-app', 'in-app', 'Say which frames are meant'],
    ['path:a -> helper now', 'now', 'Nothing follows “helper”'],
    ['message:"abc -> helper', '"abc -> helper', 'This quote is never closed'],
    ['type:A -> fingerprint {{ tags.x', '{{ tags.x', 'This variable is never closed'],
    [`type:${'*a'.repeat(21)} -> drop-part site`, `type:${'*a'.repeat(21)}`, 'at most 20 wildcards'],
  ])('in “%s” marks “%s”', (line, marked, message) => {
    expect(errorOf(line)).toEqual({ marked, message: expect.stringContaining(message) })
  })

  it('names each wrong matcher of a line', () => {
    expect(parseRules('typ:A lager:B -> helper').errors).toHaveLength(2)
  })

  it('is said for rules beyond five hundred', () => {
    const { rules, errors } = parseRules('type:A -> drop-part site\n'.repeat(501))
    expect(rules.onKeys).toHaveLength(500)
    expect(errors).toMatchObject([{ line: 501, message: 'There are at most 500 rules.' }])
  })
})

it('answers any text with rules and errors within its lines', () => {
  const words = fc.constantFrom(
    'type:A',
    '!path:*',
    '->',
    'fingerprint',
    '{{',
    '}}',
    '"',
    '#',
    'x',
    'tags.a:b',
    'helper',
    '\\',
  )
  const texts = fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 30 })
  fc.assert(
    fc.property(texts, fc.constantFrom(' ', '\n', ''), (pieces, glue) => {
      const text = pieces.join(glue)
      const lines = text.split(/\r?\n/)
      for (const { line, from, to, message } of parseRules(text).errors) {
        expect(from).toBeLessThanOrEqual(to)
        expect(to).toBeLessThanOrEqual(lines[line - 1]?.length ?? -1)
        expect(message).toMatch(/[.]$/)
      }
    }),
  )
})
