// The process of generate-load.ts: takes one order from its parent, answers with the result, and ends.
import { readEnvelopes } from './envelope-file.ts'
import type { LoadOrder } from './generate-load.ts'
import { sendAtRate } from './open-loop.ts'
import { saturate } from './saturate.ts'

process.once('message', (order: LoadOrder) => void carryOut(order))

async function carryOut({ target, file, load }: LoadOrder): Promise<void> {
  const envelopes = readEnvelopes(file)
  const result =
    load.kind === 'saturate'
      ? await saturate(target, envelopes, load)
      : await sendAtRate(target, envelopes, load)
  process.send?.(result, () => process.disconnect())
}
