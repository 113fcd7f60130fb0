import { countOutcomes, type Outcome } from '../../store/count-outcomes.ts'
import { keepRefusals, type RefusalRecord } from '../../store/refusals.ts'
import { defineUnit, type Store } from '../../store/store.ts'
import type { IncomingHttpHeaders } from 'node:http'
import { createSdkLabelBound } from '../bound-sdk-labels.ts'
import { outcomeOf } from '../outcome-of.ts'
import type { OutcomeSource } from '../outcome-of.ts'
import { refusalOf } from './refusal-of.ts'
import type { Refusal } from './refusal.ts'
import { tellingHeaders } from './telling-headers.ts'

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
export interface RefusedAtDoor extends OutcomeSource {
  headers: IncomingHttpHeaders
  /** Whether the project has the key. One that it has not is told to the project, but not counted as its own. */
  key: 'known' | 'unknown'
  category: string
}

/** Counts what is refused at the door, where a write each would cost more than the refusal saves. */
export interface RefusedTally {
  /**
   * In a flood of a key: counts one more like the last that was noted. False: it is to be looked at, and noted.
   */
  noteAgain(publicKey: string, refusal: Refusal): boolean
  note(source: RefusedAtDoor, outcome: 'limited' | 'invalid', refusal: Refusal): void
  /** Writes down what was noted since the last time. What a crash takes along is at most that. */
  flush(): Promise<void>
}

/** Of each kind so many details are kept from one flush to the next: the last ones, since they are what is wrong now. */
const mostDetails = 5
/** Of a key so many are looked at from one flush to the next, and then every sixteenth, which stands for the others. */
const mostLookedAt = 100
const lookedAtInFlood = 16

export function createRefusedTally(store: Store): RefusedTally {
  const boundSdkLabels = createSdkLabelBound()
  let outcomes = new Map<string, Outcome>()
  let refusals = new Map<string, Map<string, RefusalRecord>>()
  let ofKeys = new Map<string, { count: number; last: Outcome }>()
  return {
    noteAgain(publicKey, { reason }) {
      const ofKey = ofKeys.get(publicKey)
      if (ofKey === undefined || ofKey.last.reason !== reason) return false
      if (ofKey.count < mostLookedAt || ofKey.count % lookedAtInFlood === 0) return false
      ofKey.count += 1
      ofKey.last.quantity += 1
      return true
    },
    note(source, outcome, refusal) {
      const { category, publicKey, key } = source
      const counted = outcomeOf(countedSource(source), outcome, category, refusal.reason)
      const last = addTo(outcomes, boundSdkLabels(counted))
      if (key === 'known') ofKeys.set(publicKey, { count: (ofKeys.get(publicKey)?.count ?? 0) + 1, last })
      addExample(refusals, source, outcome, refusal)
    },
    async flush() {
      if (outcomes.size === 0) return
      const noted = {
        outcomes: [...outcomes.values()],
        refusals: [...refusals.values()].flatMap((of) => [...of.values()]),
      }
      outcomes = new Map()
      refusals = new Map()
      ofKeys = new Map()
      try {
        await store.write(recordRefused, noted)
      } catch (error) {
        for (const counted of noted.outcomes) addTo(outcomes, counted)
        throw error
      }
    },
  }
}

/** Made once for what is refused over and over. */
function addExample(
  refusals: Map<string, Map<string, RefusalRecord>>,
  source: RefusedAtDoor,
  outcome: RefusalRecord['outcome'],
  refusal: Refusal,
): void {
  const { category, headers } = source
  const kind = kindOf({ ...source, outcome, reason: refusal.reason })
  const details = refusals.get(kind) ?? new Map<string, RefusalRecord>()
  refusals.set(kind, details)
  const known = details.get(refusal.message)
  details.delete(refusal.message)
  const made = known ?? refusalOf({ ...source, headers: tellingHeaders(headers) }, outcome, category, refusal)
  details.set(refusal.message, made)
  const [oldest] = details.keys()
  if (details.size > mostDetails && oldest !== undefined) details.delete(oldest)
}

type Kind = Pick<RefusalRecord, 'projectId' | 'category' | 'outcome' | 'reason'>

function kindOf({ projectId, category, outcome, reason }: Kind): string {
  return `${projectId} ${category} ${outcome} ${reason}`
}

/** Answers with the one that it is part of now. */
function addTo(outcomes: Map<string, Outcome>, counted: Outcome): Outcome {
  const key = `${counted.projectId} ${counted.publicKey} ${counted.sdk} ${counted.category} ${counted.reason}`
  const known = outcomes.get(key)
  if (known === undefined) outcomes.set(key, counted)
  else known.quantity += counted.quantity
  return known ?? counted
}

/** Whoever has no key can invent keys and names without end: neither becomes a row. */
function countedSource(source: RefusedAtDoor): RefusedAtDoor {
  if (source.key === 'known') return source
  return { ...source, projectId: 0, publicKey: '', clientName: undefined }
}
