import * as z from 'zod'
import { projectReference } from './project.ts'

export const levels = ['fatal', 'error', 'warning', 'info', 'debug'] as const
export const statuses = ['unresolved', 'resolved', 'archived'] as const
/** Why an issue has its status; only `unresolved` has more than one reason so far. */
export const statusReasons = ['new', 'ongoing', 'regressed', 'resolved', 'archived'] as const
export const issueSorts = ['lastSeen', 'firstSeen', 'events', 'users'] as const

const time = z.iso.datetime().meta({ description: 'ISO 8601, UTC.' })

/** One row of the issue list. */
export const issueSummary = z
  .object({
    id: z.string().meta({ description: '`<projectId>-<number>`.', example: '1-42' }),
    shortId: z.string().meta({ example: 'WEB-1A' }),
    project: projectReference,
    title: z.string().meta({ example: "TypeError: Cannot read properties of undefined (reading 'id')" }),
    type: z.string().meta({ description: 'The exception’s type; empty for a plain message.' }),
    value: z.string().meta({ description: 'The first line of the exception’s value, or of the message.' }),
    culprit: z.string().meta({ example: 'cart.ts in total' }),
    level: z.enum(levels),
    status: z.enum(statuses),
    statusReason: z.enum(statusReasons),
    count: z.number().int().meta({ description: 'Events in the issue’s life.' }),
    userCount: z.number().int().meta({ description: 'Distinct users in the issue’s life.' }),
    firstSeen: time,
    lastSeen: time,
    platform: z.string(),
    isUnhandled: z.boolean(),
    trend: z
      .array(z.number().int())
      .length(24)
      .meta({ description: 'Events in each of the last 24 hours, oldest first.' }),
  })
  .meta({ id: 'IssueSummary' })

export type IssueSummary = z.infer<typeof issueSummary>

/** `GET /issues`. Unknown parameters are refused by name. */
export const issueListQuery = z.strictObject({
  project: z.string().optional().meta({ description: 'A slug or an id; all projects when left out.' }),
  query: z
    .string()
    .max(2000)
    .optional()
    .meta({ description: 'Search text, such as `is:unresolved level:error timeout`.' }),
  sort: z.enum(issueSorts).default('lastSeen'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

export type IssueListQuery = z.input<typeof issueListQuery>

export const issueList = z
  .object({ items: z.array(issueSummary), nextCursor: z.string().nullable() })
  .meta({ id: 'IssueList' })

export type IssueList = z.infer<typeof issueList>

/** `GET /issues/counts`: how many issues each tab would show; `null` stands for more than 99. */
export const issueCountsQuery = z.strictObject({ project: z.string().optional() })

export const issueCounts = z
  .object({
    unresolved: z.number().int().nullable(),
    new: z.number().int().nullable(),
    regressed: z.number().int().nullable(),
    archived: z.number().int().nullable(),
    resolved: z.number().int().nullable(),
  })
  .meta({ id: 'IssueCounts' })

export type IssueCounts = z.infer<typeof issueCounts>

const tagValue = z.object({ value: z.string(), count: z.number().int(), lastSeen: time })

/** One tag key of an issue with its most frequent values; counts are for the issue’s life. */
export const issueTag = z
  .object({ key: z.string(), total: z.number().int(), other: z.number().int(), values: z.array(tagValue) })
  .meta({ id: 'IssueTag' })

export type IssueTag = z.infer<typeof issueTag>

export const activityKinds = [
  'first_seen',
  'resolved',
  'archived',
  'reopened',
  'regressed',
  'merged',
  'unmerged',
  'regrouped',
] as const

export const activity = z
  .object({
    id: z.string(),
    kind: z.enum(activityKinds),
    at: time,
    actor: z
      .string()
      .nullable()
      .meta({ description: 'Name of the person or token; null for the server itself.' }),
    detail: z.string().nullable().meta({ description: 'What the entry was made from, in a sentence.' }),
    regrouping: z.number().int().nullable().meta({
      description:
        'Number of what can be undone by `POST /projects/:project/regroupings/:number/undo`; else null.',
    }),
  })
  .meta({ id: 'Activity' })

export type Activity = z.infer<typeof activity>

/** The issue page: everything about an issue but its events. */
export const issueDetail = issueSummary
  .extend({
    firstRelease: z.string().nullable(),
    lastRelease: z.string().nullable(),
    resolvedAt: time.nullable(),
    hours: z.array(z.object({ start: time, count: z.number().int() })).meta({
      description: 'Events per hour of the last 14 days, oldest first; hours without events are left out.',
    }),
    tags: z.array(issueTag),
    activity: z.array(activity).meta({ description: 'Newest first.' }),
  })
  .meta({ id: 'IssueDetail' })

export type IssueDetail = z.infer<typeof issueDetail>

/** `POST /issues/:id/commands`. */
export const issueCommand = z
  .strictObject({ kind: z.enum(['resolve', 'archive', 'reopen']) })
  .meta({ id: 'IssueCommand' })

export type IssueCommand = z.infer<typeof issueCommand>
