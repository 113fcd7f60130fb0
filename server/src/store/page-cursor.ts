import type * as z from 'zod'
import { AppError } from '../domain/app-error.ts'

/** The place in a list after which its next page begins, as a text that is nobody's business to read. */
export function formatPosition(position: unknown[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** Throws `invalid` for a text that no list gave out. */
export function parsePosition<Position extends z.ZodType>(
  position: Position,
  cursor: string,
): z.output<Position> {
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch (cause) {
    throw new AppError('invalid', 'The cursor is not one that a list gave out.', {
      fields: { cursor: 'Take nextCursor from the page before, or leave it out.' },
      cause,
    })
  }
}
