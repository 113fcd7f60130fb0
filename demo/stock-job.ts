import * as Mishap from '@mishap/sdk'
import { findDsn } from './find-dsn.ts'
import { giveUp } from './start-problem.ts'

Mishap.init({ dsn: await findDsn().catch(giveUp), release: 'stock-job@0.3.0', environment: 'demo' })

class ShelfMissing extends Error {
  override readonly name = 'ShelfMissing'
}

function countShelf(shelf: string): never {
  throw new ShelfMissing(`Shelf ${shelf} is not where it should be`)
}

setTimeout(() => countShelf('B-17'))
