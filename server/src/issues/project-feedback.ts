import type { ProjectFeedbackList } from '../contract/index.ts'
import { AppError } from '../domain/app-error.ts'
import { readEventId } from '../domain/event/event-id.ts'
import { formatIssueId, formatShortId } from '../domain/issue/issue-id.ts'
import { Download } from '../http/download.ts'
import { readAttachment } from '../store/attachments.ts'
import { hasFeedback, listFeedback, type FeedbackRow } from '../store/feedback-list.ts'
import type { Reader } from '../store/store.ts'
import { describeFeedback } from './describe-feedback.ts'
import { readProjectReferences } from './project-references.ts'

type Item = ProjectFeedbackList['items'][number]

/** A page of everything that people wrote to a project, also what is about no event. */
export async function answerProjectFeedback(
  reader: Reader,
  projectName: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<ProjectFeedbackList> {
  const { projectId, shortPrefix } = await findNamedProject(reader, projectName)
  const { rows, nextCursor } = await listFeedback(reader, projectId, { cursor, limit })
  const described = await describeFeedback(reader, projectId, rows)
  const items = described.map((item, index) => ({ ...item, issue: issueOf(rows[index], shortPrefix) }))
  return { items, nextCursor }
}

/** Throws `not_found` unless the file came with this very feedback. */
export async function downloadFeedbackFile(
  reader: Reader,
  { project, feedbackId, attachmentId }: { project: string; feedbackId: string; attachmentId: string },
): Promise<Download> {
  const { projectId } = await findNamedProject(reader, project)
  const [feedback, hash] = [feedbackId, attachmentId].map((id) => Buffer.from(readEventId(id) ?? '', 'hex'))
  const isThere = feedback !== undefined && (await hasFeedback(reader, projectId, feedback))
  const file = isThere && hash ? await readAttachment(reader, projectId, feedback, hash) : undefined
  if (file === undefined) {
    throw new AppError('not_found', `The feedback has no attachment "${attachmentId.slice(0, 100)}".`)
  }
  return new Download(file.name, file.content)
}

function issueOf(row: FeedbackRow | undefined, shortPrefix: string): Item['issue'] {
  if (row === undefined || row.issue_number === null) return null
  const key = { projectId: row.project_id, number: row.issue_number }
  return {
    id: formatIssueId(key),
    shortId: formatShortId(shortPrefix, key.number),
    title: row.issue_title ?? '',
  }
}

async function findNamedProject(
  reader: Reader,
  name: string,
): Promise<{ projectId: number; shortPrefix: string }> {
  const [project] = (await readProjectReferences(reader, name)).values()
  if (project === undefined) throw new AppError('not_found', `There is no project "${name.slice(0, 100)}".`)
  return { projectId: Number(project.id), shortPrefix: project.shortPrefix }
}
