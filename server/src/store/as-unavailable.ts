import { AppError } from '../domain/app-error.ts'
import { isStoreFailure } from './is-store-failure.ts'

const sentences: [codes: RegExp, sentence: string][] = [
  [
    /^(?:SQLITE_FULL|53100)$/,
    'The disk of the server is full. Nothing was changed; try again when there is room.',
  ],
  [/^(?:SQLITE_CORRUPT|SQLITE_NOTADB)/, 'The database is damaged. Stop the server and restore a backup.'],
  [/^/, 'The database cannot be used at this moment. Nothing was changed; try again in a few seconds.'],
]

/**
 * A failure of the store as a whole as an error that says so to people, who can try again; any other error as it is.
 */
export function asUnavailable(error: unknown): unknown {
  if (error instanceof AppError || !isStoreFailure(error)) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const sentence = sentences.find(([codes]) => codes.test(code))?.[1] ?? ''
  return new AppError('unavailable', sentence, { cause: error })
}
