import { rmSync } from 'node:fs'
import { AppError } from '../domain/app-error.ts'

/**
 * Runs `work` with a file that is gone afterwards unless it was renamed: also if it fails, or somebody ends it. One that
 * an earlier run left is removed first. Throws `unavailable` if there was no room for it.
 */
export async function withPartial<Result>(
  partial: string,
  work: (partial: string) => Promise<Result>,
): Promise<Result> {
  const remove = (): void => {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(partial + suffix, { force: true })
  }
  const end = (): void => {
    remove()
    process.exit(1)
  }
  const signals = ['SIGINT', 'SIGTERM'] as const
  remove()
  signals.forEach((signal) => process.once(signal, end))
  try {
    return await work(partial)
  } catch (error) {
    throw isFull(error) ? withoutRoom(partial, error) : error
  } finally {
    signals.forEach((signal) => process.off(signal, end))
    remove()
  }
}

function isFull(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^(?:ENOSPC|EDQUOT|SQLITE_FULL)$/.test(String(error.code))
  )
}

function withoutRoom(partial: string, cause: unknown): AppError {
  return new AppError('unavailable', `There was no room for ${partial}, which was removed again.`, { cause })
}
