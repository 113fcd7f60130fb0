import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, type FaultServer, type ServerPlace } from './server.ts'

/** A temporary folder for one run, what to start a server with, and what must end when the run does. */
export interface Workplace {
  folder: string
  place: ServerPlace
  /** To be undone at the end, the last first, whatever happened. */
  defer(undo: () => void | Promise<void>): void
  /** Ends with the run, if it has not before. */
  watch(server: FaultServer): FaultServer
}

/** Gives `work` a place of its own and clears it away afterwards. */
export async function inWorkplace<Result>(
  program: string,
  work: (workplace: Workplace) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'mishap-faults-'))
  const undos: (() => void | Promise<void>)[] = [() => rmSync(folder, { recursive: true, force: true })]
  const place = { program, dataDir: join(folder, 'data'), port: await freePort() }
  try {
    return await work({
      folder,
      place,
      defer: (undo) => void undos.push(undo),
      watch(server) {
        undos.push(async () => {
          server.kill('SIGKILL')
          await server.ended
        })
        return server
      },
    })
  } finally {
    for (const undo of undos.toReversed()) await undo()
  }
}
