import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseRules } from './parse-rules.ts'
import { frameActions } from './rule.ts'
import { actionNames, fieldNames, partNames, variableNames } from './words.ts'

const page = readFileSync(new URL('../../../../../docs/grouping.md', import.meta.url), 'utf8')
const fences = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, text = '']) => text)

it('reads every example of the documentation', () => {
  const examples = fences('rules')
  expect(examples.length).toBeGreaterThan(2)
  for (const example of examples) {
    const { rules, errors } = parseRules(example)
    expect(errors).toEqual([])
    const lines = example.split('\n').filter((line) => line.includes('->'))
    expect(rules.onFrames.length + rules.onKeys.length).toBe(lines.length)
  }
})

it('is documented with every word that it knows', () => {
  const [grammar = ''] = fences('ebnf')
  for (const word of [...actionNames, ...frameActions, ...partNames]) expect(grammar).toContain(`"${word}"`)
  for (const field of fieldNames) expect(page).toContain(`\`${field}\``)
  for (const variable of variableNames.filter((name) => !name.includes('.')))
    expect(page).toMatch(new RegExp(`\`(?:\\{\\{ )?${variable}`))
})
