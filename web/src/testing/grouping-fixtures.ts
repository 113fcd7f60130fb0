import type {
  Fingerprint,
  GroupingRun,
  IssueComparison,
  IssueReference,
  MergeSuggestion,
  Regrouping,
} from '../lib/api.ts'

export function aFingerprint(changes: Partial<Fingerprint> = {}): Fingerprint {
  return {
    number: 1,
    binding: 'own',
    title: 'TypeError: price is missing',
    culprit: 'src/cart.ts in total',
    count: 12,
    firstSeen: '2026-11-20T10:00:00.000Z',
    lastSeen: '2026-11-23T10:00:00.000Z',
    hashes: [
      {
        hash: 'ff',
        version: 1,
        tier: 'site',
        parts: [
          { name: 'type', value: 'TypeError', reason: 'Errors of different types are different errors.' },
          { name: 'site', value: 'src/cart#total', reason: 'Where it broke.' },
        ],
        createdAt: '2026-11-20T10:00:00.000Z',
      },
    ],
    fuse: null,
    ...changes,
  }
}

export function aReference(changes: Partial<IssueReference> = {}): IssueReference {
  return { id: '1-1', shortId: 'SHOP-1', title: 'TypeError: price is missing', count: 12, ...changes }
}

export function aRegrouping(changes: Partial<Regrouping> = {}): Regrouping {
  return {
    number: 7,
    kind: 'merge',
    state: 'done',
    at: '2026-11-23T10:00:00.000Z',
    actor: 'Ada',
    issues: [aReference()],
    ...changes,
  }
}

export function aSuggestion(changes: Partial<MergeSuggestion> = {}): MergeSuggestion {
  return {
    id: '1-2',
    issue: aReference({ id: '1-2', shortId: 'SHOP-2', count: 3 }),
    reason: 'One stack lies within the other.',
    ...changes,
  }
}

export function aComparison(changes: Partial<IssueComparison> = {}): IssueComparison {
  const type = { name: 'type', value: 'TypeError', reason: 'Errors of different types are different errors.' }
  const site = { name: 'site', value: 'src/cart#total', reason: 'Where it broke.' }
  return {
    issue: aReference(),
    other: aReference({ id: '1-2', shortId: 'SHOP-2', count: 3 }),
    summary: 'They are two issues because the site differs.',
    rows: [
      { name: 'type', verdict: 'same', sentence: 'The type is the same.', left: type, right: type },
      {
        name: 'site',
        verdict: 'different',
        sentence: 'The site differs.',
        left: site,
        right: { ...site, value: 'src/cart#sum' },
      },
    ],
    rule: null,
    ...changes,
  }
}

export function aRun(changes: Partial<GroupingRun> = {}): GroupingRun {
  return {
    number: 3,
    kind: 'preview',
    state: 'done',
    rules: '',
    actor: 'Ada',
    startedAt: '2026-11-23T10:00:00.000Z',
    progress: { done: 500, total: 500 },
    error: null,
    merges: [],
    splits: [],
    mergeCount: 0,
    splitCount: 0,
    ...changes,
  }
}
