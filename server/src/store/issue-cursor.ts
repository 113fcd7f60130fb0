import * as z from 'zod'
import { AppError } from '../domain/app-error.ts'

/** Where a page of a list ended: the sort value and the key of its last row. */
const position = z.tuple([z.number().int(), z.number().int(), z.number().int()])

export interface IssuePosition {
  sortValue: number
  projectId: number
  number: number
}

export function formatCursor({ sortValue, projectId, number }: IssuePosition): string {
  return Buffer.from(JSON.stringify([sortValue, projectId, number])).toString('base64url')
}

export function parseCursor(cursor: string): IssuePosition {
  const [sortValue, projectId, number] = parsePosition(cursor)
  return { sortValue, projectId, number }
}

function parsePosition(cursor: string): z.infer<typeof position> {
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch (cause) {
    throw new AppError('invalid', 'The cursor is not one that a list gave out.', {
      fields: { cursor: 'Take nextCursor from the page before, or leave it out.' },
      cause,
    })
  }
}
