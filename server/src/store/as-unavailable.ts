import { AppError } from '../domain/app-error.ts'
import { isStoreFailure } from './is-store-failure.ts'

const fullCodes = ['SQLITE_FULL', '53100']

/**
 * A failure of the store as a whole as an error that says so to people, who can try again; any other error as it is.
 */
export function asUnavailable(error: unknown): unknown {
  if (error instanceof AppError || !isStoreFailure(error)) return error
  const isFull = error instanceof Error && 'code' in error && fullCodes.includes(String(error.code))
  const message = isFull
    ? 'The disk of the server is full. Nothing was changed; try again when there is room.'
    : 'The database cannot be used at this moment. Nothing was changed; try again in a few seconds.'
  return new AppError('unavailable', message, { cause: error })
}
