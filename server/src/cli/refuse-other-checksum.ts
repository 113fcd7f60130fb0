import { existsSync, readFileSync } from 'node:fs'
import { AppError } from '../domain/app-error.ts'
import { hashFile } from './hash-file.ts'

/** Compares a file with `<file>.sha256` beside it, as `sha256sum` writes it, if there is one. */
export async function refuseOtherChecksum(file: string): Promise<void> {
  const beside = `${file}.sha256`
  if (!existsSync(beside)) return
  const expected = /^[0-9a-f]{64}/i.exec(readFileSync(beside, 'utf8'))?.[0].toLowerCase()
  if (expected === undefined) throw new AppError('conflict', `${beside} holds no checksum.`)
  if ((await hashFile(file)) === expected) return
  throw new AppError('conflict', `${file} is not what ${beside} says: it was changed or is damaged.`)
}
