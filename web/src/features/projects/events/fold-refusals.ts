import type { RefusalList } from '../../../lib/api.ts'

type Refusal = RefusalList['items'][number]

/** Refusals that say the same of the same sender: the newest, and how many there are. */
export interface FoldedRefusal {
  newest: Refusal
  all: Refusal[]
}

/** In the order in which they come, the newest first. */
export function foldRefusals(refusals: Refusal[]): FoldedRefusal[] {
  const folded = new Map<string, FoldedRefusal>()
  for (const refusal of refusals) {
    const { category, outcome, reason, detail, sdk, key } = refusal
    const name = JSON.stringify([category, outcome, reason, detail, sdk, key])
    const known = folded.get(name)
    if (known === undefined) folded.set(name, { newest: refusal, all: [refusal] })
    else known.all.push(refusal)
  }
  return [...folded.values()]
}
