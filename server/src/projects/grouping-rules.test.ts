import { describe, expect, test } from 'vitest'
import { noRules } from '../domain/grouping/index.ts'
import { writeRulesText } from '../store/grouping-rules.ts'
import { ensureInstallation } from '../store/installation.ts'
import { defineUnit, type Store } from '../store/store.ts'
import { onBothEngines } from '../store/testing/on-both-engines.ts'
import { addProject } from './create-project.ts'
import { loadProjectDirectory } from './project-directory.ts'
import { createRulesReader } from './read-grouping-rules.ts'

const write = defineUnit('test.rules', (tx, { id, text }: { id: number; text: string }) =>
  writeRulesText(tx, id, text),
)

onBothEngines((open) => {
  async function openWith(...names: string[]): Promise<{ store: Store; ids: number[] }> {
    const store = await open()
    await ensureInstallation(store, 0)
    const ids: number[] = []
    for (const name of names) ids.push(await addProject(store, { name }, 0))
    return { store, ids }
  }

  test('rules reach running servers, and broken lines stop nobody', async () => {
    const { store, ids } = await openWith('one', 'two')
    const [one = 0, two = 0] = ids
    const loaded: unknown[] = []
    const directory = await loadProjectDirectory(store.reader, (settings) =>
      loaded.push([settings.get(one)?.grouping.onKeys.length, settings.get(two)?.grouping]),
    )
    await store.write(write, { id: one, text: 'this is no rule\ntype:A -> drop-part site' })
    await directory.refresh()
    expect(loaded).toEqual([
      [0, noRules],
      [1, noRules],
    ])
  })
})

describe('reading rules', () => {
  test('parses a text once', () => {
    const read = createRulesReader()
    const rules = read(1, 'type:A -> drop-part site')
    expect(read(1, 'type:A -> drop-part site')).toBe(rules)
    expect(read(1, 'type:B -> drop-part site')).not.toBe(rules)
    expect(read(2, null)).toBe(noRules)
  })
})
