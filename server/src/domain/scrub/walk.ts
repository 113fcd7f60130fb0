import { addRemark, noRemarks, type Removal, type Remarks } from './remarks.ts'
import type { Rules } from './rules.ts'
import type { Reading, Rule } from './text/find.ts'
import type { Reader } from './text/find-secrets.ts'

/** One scrubbing of one event: what is looked for, where we are, what was removed. */
export interface Walk {
  readonly rules: Rules
  readonly readers: Readonly<Record<Reading | 'identifier', Reader>>
  readonly path: string[]
  readonly remarks: Remarks
  /** How many values were removed by each rule. */
  readonly removed: Map<Rule, number>
}

export function startWalk(rules: Rules): Walk {
  const readers = {
    text: { rules, reading: 'text', numbers: true },
    code: { rules, reading: 'code', numbers: true },
    path: { rules, reading: 'path', numbers: true },
    identifier: { rules, reading: 'text', numbers: false },
  } as const
  return { rules, readers, path: [], remarks: noRemarks(), removed: new Map() }
}

/** Notes a removal from the value under this key of where the walk is. */
export function note(walk: Walk, key: string, removals: Removal[], length?: number): void {
  for (const [rule] of removals) walk.removed.set(rule, (walk.removed.get(rule) ?? 0) + 1)
  addRemark(walk.remarks, [...walk.path, key], removals, length)
}

export function inside<Result>(walk: Walk, key: string, scrub: () => Result): Result {
  walk.path.push(key)
  const result = scrub()
  walk.path.pop()
  return result
}
