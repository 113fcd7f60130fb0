import { surplusPages } from '../domain/storage/index.ts'
import { defineUnit } from '../store/store.ts'
import type { ChoreParts } from './chore.ts'

/** Some milliseconds of the writer. */
const pagesAtOnce = 100

/** Makes the database's file smaller by so many pages. */
export const giveBackPages = defineUnit(
  'storage.give-back-pages',
  async (tx, pages: number, dialect): Promise<void> => dialect.space.giveBack(tx, pages),
)

/** Gives what was deleted back to the disk, but for what new rows will soon need. */
export async function giveBackSpace({ store, write }: ChoreParts, isStopped: () => boolean): Promise<void> {
  const space = await store.dialect.space.read(store.reader)
  let surplus = space === undefined ? 0 : surplusPages(space)
  for (; surplus > 0 && !isStopped(); surplus -= pagesAtOnce)
    await write(giveBackPages, Math.min(surplus, pagesAtOnce))
}
