import * as z from 'zod'
import { formatPosition, parsePosition } from './page-cursor.ts'

/** Where a page of a list ended: the sort value and the key of its last row. */
const position = z.tuple([z.number().int(), z.number().int(), z.number().int()])

export interface IssuePosition {
  sortValue: number
  projectId: number
  number: number
}

export function formatCursor({ sortValue, projectId, number }: IssuePosition): string {
  return formatPosition([sortValue, projectId, number])
}

export function parseCursor(cursor: string): IssuePosition {
  const [sortValue, projectId, number] = parsePosition(position, cursor)
  return { sortValue, projectId, number }
}
