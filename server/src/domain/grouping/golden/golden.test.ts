import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Event } from '../../event/event.ts'
import { GROUPING_VERSIONS } from '../versions.ts'

/** Lines may be added; one that is there never changes, since what it hashes to is written down. */
const golden = readFileSync(new URL('events.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { about: string; event: Event })

const HOW_TO_CHANGE =
  'Stored events would get other hashes: copy the grouping, give the copy the next version in versions.ts, and leave ' +
  'this one as it was. Only while no release has this version may its hashes be written anew: ' +
  'npx vitest run --project server server/src/domain/grouping/golden -u'

it.each(GROUPING_VERSIONS)(
  'version $version gives the hashes that it always gave: a change needs a new version',
  async ({ version, group }) => {
    const hashes = golden.map(({ about, event }) => {
      const { tier, hash } = group(event)
      return [about, `${tier} ${Buffer.from(hash).toString('hex')}`] as const
    })
    const text = `${JSON.stringify(Object.fromEntries(hashes), undefined, 2)}\n`
    await expect(text, HOW_TO_CHANGE).toMatchFileSnapshot(`version-${version}.json`)
  },
)

it('the golden events show every tier', () => {
  const [newest] = GROUPING_VERSIONS
  const tiers = new Set(golden.map(({ event }) => newest?.group(event).tier))
  expect(tiers).toEqual(
    new Set([
      'canonical',
      'client',
      'empty',
      'frameless',
      'library',
      'message',
      'minified',
      'report',
      'site',
      'thread',
    ]),
  )
})
