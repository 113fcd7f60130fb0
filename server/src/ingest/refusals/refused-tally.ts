import { countOutcomes, type Outcome } from '../../store/count-outcomes.ts'
import { keepRefusals, type RefusalRecord } from '../../store/refusals.ts'
import { defineUnit, type Store } from '../../store/store.ts'
import { createSdkLabelBound } from '../bound-sdk-labels.ts'
import { outcomeOf } from '../outcome-of.ts'
import { refusalOf, type RefusedSource } from './refusal-of.ts'
import type { Refusal } from './refusal.ts'

export interface RefusedInput {
  outcomes: Outcome[]
  refusals: RefusalRecord[]
}

export const recordRefused = defineUnit(
  'ingest.refused',
  async (tx, { outcomes, refusals }: RefusedInput): Promise<void> => {
    await countOutcomes(tx, outcomes)
    // One of each kind at a time: of several of a kind the store keeps the newest alone.
    for (let rest = refusals; rest.length > 0;) {
      const round = new Map(rest.toReversed().map((refusal) => [kindOf(refusal), refusal]))
      await keepRefusals(tx, [...round.values()])
      rest = rest.filter((refusal) => round.get(kindOf(refusal)) !== refusal)
    }
  },
)

/** Who was refused at the door. */
export interface RefusedAtDoor extends RefusedSource {
  /** Whether the project has the key. One that it has not is told to the project, but not counted as its own. */
  key: 'known' | 'unknown'
  category: string
}

/** Counts what is refused at the door, where a write each would cost more than the refusal saves. */
export interface RefusedTally {
  note(source: RefusedAtDoor, outcome: 'limited' | 'invalid', refusal: Refusal): void
  /** Writes down what was noted since the last time. What a crash takes along is at most that. */
  flush(): Promise<void>
}

/** Of each kind so many details are kept from one flush to the next: the last ones, since they are what is wrong now. */
const mostDetails = 5

export function createRefusedTally(store: Store): RefusedTally {
  const boundSdkLabels = createSdkLabelBound()
  let outcomes = new Map<string, Outcome>()
  let refusals = new Map<string, Map<string, RefusalRecord>>()
  return {
    note(source, outcome, refusal) {
      const { category } = source
      addTo(outcomes, boundSdkLabels(outcomeOf(countedSource(source), outcome, category, refusal.reason)))
      addExample(refusals, refusalOf(source, outcome, category, refusal))
    },
    async flush() {
      if (outcomes.size === 0) return
      const noted = {
        outcomes: [...outcomes.values()],
        refusals: [...refusals.values()].flatMap((of) => [...of.values()]),
      }
      outcomes = new Map()
      refusals = new Map()
      try {
        await store.write(recordRefused, noted)
      } catch (error) {
        for (const counted of noted.outcomes) addTo(outcomes, counted)
        throw error
      }
    },
  }
}

function addExample(refusals: Map<string, Map<string, RefusalRecord>>, refusal: RefusalRecord): void {
  const kind = kindOf(refusal)
  const details = refusals.get(kind) ?? new Map<string, RefusalRecord>()
  refusals.set(kind, details)
  details.delete(refusal.detail)
  details.set(refusal.detail, refusal)
  const [oldest] = details.keys()
  if (details.size > mostDetails && oldest !== undefined) details.delete(oldest)
}

function kindOf({ projectId, category, outcome, reason }: RefusalRecord): string {
  return `${projectId} ${category} ${outcome} ${reason}`
}

function addTo(outcomes: Map<string, Outcome>, counted: Outcome): void {
  const key = `${counted.projectId} ${counted.publicKey} ${counted.sdk} ${counted.category} ${counted.reason}`
  const known = outcomes.get(key)
  if (known === undefined) outcomes.set(key, counted)
  else known.quantity += counted.quantity
}

/** Whoever has no key can invent keys and names without end: neither becomes a row. */
function countedSource(source: RefusedAtDoor): RefusedAtDoor {
  if (source.key === 'known') return source
  return { ...source, projectId: 0, publicKey: '', clientName: undefined }
}
