import * as z from 'zod'
import { fingerprintPart } from './fingerprint.ts'
import { issueReference } from './issue-reference.ts'

/** `POST /issues/:id/merge`: what is merged into the issue of the path. */
export const mergeRequest = z
  .strictObject({
    ids: z.array(z.string().max(100)).min(1).max(100).meta({
      description: 'Ids or short ids of issues of the same project; their events, also future ones, follow.',
    }),
  })
  .meta({ id: 'MergeRequest' })

/** `POST /issues/:id/unmerge`. */
export const unmergeRequest = z
  .strictObject({
    fingerprints: z.array(z.number().int()).min(1).max(200).meta({
      description: 'Numbers of fingerprints of the issue, but not all of them. They become one issue.',
    }),
  })
  .meta({ id: 'UnmergeRequest' })

export const regroupingKinds = ['merge', 'unmerge', 'rules'] as const

/** A change of who belongs to whom, which can be undone as a whole. */
export const regrouping = z
  .object({
    number: z.number().int().meta({ description: 'Within its project.' }),
    kind: z.enum(regroupingKinds),
    state: z.enum(['done', 'undone']),
    at: z.iso.datetime(),
    actor: z.string().nullable(),
    issues: z
      .array(issueReference)
      .meta({ description: 'The issue that a person is taken to first; then the others.' }),
  })
  .meta({ id: 'Regrouping' })

export type Regrouping = z.infer<typeof regrouping>

/** `GET /projects/:project/regroupings`: newest first. */
export const regroupingListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

export const regroupingList = z.object({ items: z.array(regrouping) }).meta({ id: 'RegroupingList' })

/** `GET /issues/:id/comparison?with=`: why two issues are not one. */
export const comparisonQuery = z.strictObject({ with: z.string().max(100) })

export const comparison = z
  .object({
    issue: issueReference,
    other: issueReference,
    summary: z.string().meta({ description: 'The answer in a sentence.' }),
    rows: z.array(
      z.object({
        name: z.string(),
        verdict: z.enum(['same', 'different', 'only_left', 'only_right']),
        sentence: z.string(),
        left: fingerprintPart.optional(),
        right: fingerprintPart.optional(),
      }),
    ),
    rule: z
      .string()
      .nullable()
      .meta({ description: 'A line of grouping rules that would have made them one issue.' }),
  })
  .meta({ id: 'IssueComparison' })

export type IssueComparison = z.infer<typeof comparison>

/** `GET /issues/:id/suggestions`: issues that may be the same bug. Nothing is ever merged by itself. */
export const suggestion = z
  .object({
    id: z.string(),
    issue: issueReference,
    reason: z.string(),
  })
  .meta({ id: 'MergeSuggestion' })

export const suggestionList = z.object({ items: z.array(suggestion) }).meta({ id: 'MergeSuggestionList' })

export type MergeSuggestion = z.infer<typeof suggestion>

/** `POST /issues/:id/suggestions/:suggestionId`: accepting merges the other issue into this one. */
export const suggestionAnswer = z
  .strictObject({ kind: z.enum(['accept', 'dismiss']) })
  .meta({ id: 'MergeSuggestionAnswer' })

/** `PUT /issues/:id/fuse`: whether new messages of a code path that has produced too many join one group. */
export const fuseChange = z.strictObject({ state: z.enum(['on', 'off']) }).meta({ id: 'FuseChange' })

/** `GET /projects/:project/grouping-rules`. They are saved by a run that applies them. */
export const groupingRules = z
  .object({
    rules: z.string(),
    version: z.string().meta({ description: 'Of these rules: another when they change.' }),
  })
  .meta({ id: 'GroupingRules' })

export type GroupingRules = z.infer<typeof groupingRules>

const rulesText = z.string().max(50_000)

/** `POST /projects/:project/grouping-rules/check`. */
export const rulesCheck = z.strictObject({ rules: rulesText }).meta({ id: 'GroupingRulesCheck' })

export const rulesErrors = z
  .object({
    errors: z.array(
      z.object({
        line: z.number().int().meta({ description: 'From 1.' }),
        from: z.number().int().meta({ description: 'Characters from the start of the line.' }),
        to: z.number().int(),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'GroupingRulesErrors' })

export type GroupingRulesErrors = z.infer<typeof rulesErrors>

/**
 * `POST /projects/:project/grouping-runs`: what rules would do to the stored events, or doing it. Applying saves the
 * rules as well; with errors in them, or with a `version` that is not the newest, nothing is done.
 */
export const groupingRunRequest = z
  .strictObject({
    kind: z.enum(['preview', 'apply']),
    rules: rulesText,
    version: z.string().max(100),
  })
  .meta({ id: 'GroupingRunRequest' })

const example = z.object({ eventId: z.string(), title: z.string() })

export const groupingRun = z
  .object({
    number: z.number().int(),
    kind: z.enum(['preview', 'apply']),
    state: z.enum(['running', 'done', 'failed', 'undone']),
    rules: z.string(),
    actor: z.string().nullable(),
    startedAt: z.iso.datetime(),
    progress: z.object({ done: z.number().int(), total: z.number().int() }),
    error: z.string().nullable(),
    merges: z
      .array(z.object({ into: issueReference, issues: z.array(issueReference), reason: z.string() }))
      .meta({ description: 'Issues that become one; at most 100 are listed.' }),
    splits: z
      .array(
        z.object({
          issue: issueReference,
          parts: z.array(
            z.object({ events: z.number().int(), reason: z.string(), examples: z.array(example) }),
          ),
        }),
      )
      .meta({ description: 'Issues that come apart; at most 100 are listed.' }),
    mergeCount: z.number().int(),
    splitCount: z.number().int(),
  })
  .meta({ id: 'GroupingRun' })

export type GroupingRun = z.infer<typeof groupingRun>

export const groupingRunList = z.object({ items: z.array(groupingRun) }).meta({ id: 'GroupingRunList' })
