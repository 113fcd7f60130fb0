import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLedger } from './ledger.ts'
import { startLoad, type Load, type LoadShape } from './load.ts'
import { createProject, type FaultProject } from './project.ts'
import { balance, type Balance } from './read-back.ts'
import { freePort, startServer, type FaultServer, type ServerPlace } from './server.ts'

/** One run: a folder of its own, a project to send to, and the client's record of what was acknowledged. */
export interface Scene {
  folder: string
  place: ServerPlace
  project: FaultProject
  origin: string
  start(env?: Record<string, string>): Promise<FaultServer>
  load(shape: LoadShape): Load
  /** The ids that were acknowledged up to now. */
  acked(): string[]
  /** Needs a running server. `more` were acknowledged elsewhere. */
  balance(more?: string[]): Promise<Balance>
  /** To be undone at the end, the last first, whatever happened. */
  defer(undo: () => unknown): void
}

/** `prepare` is called before anything is in the data directory. */
export interface SceneOptions {
  server: string
  prepare?(dataDir: string, defer: Scene['defer']): void
}

/** Plays a scene and clears everything away afterwards. */
export async function inScene<Result>(
  { server: program, prepare }: SceneOptions,
  play: (scene: Scene) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'mishap-faults-'))
  const undos: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  const defer = (undo: () => unknown): void => void undos.push(undo)
  try {
    const place = { program, dataDir: join(folder, 'data'), port: await freePort() }
    prepare?.(place.dataDir, defer)
    return await play(setScene(folder, place, defer))
  } finally {
    for (const undo of undos.toReversed()) await undo()
  }
}

function setScene(folder: string, place: ServerPlace, defer: Scene['defer']): Scene {
  const project = createProject(place, 'faults')
  const origin = `http://127.0.0.1:${place.port}`
  const ledger = openLedger(join(folder, 'acknowledged'))
  defer(ledger.close)
  return {
    folder,
    place,
    project,
    origin,
    async start(env) {
      const server = await startServer({ ...place, ...(env && { env }) })
      defer(() => {
        server.kill('SIGKILL')
        return server.ended
      })
      return server
    },
    load(shape) {
      const load = startLoad({ origin, project, ledger }, shape)
      defer(load.stop)
      return load
    },
    acked: ledger.read,
    balance: (more = []) => balance(origin, project, [...ledger.read(), ...more]),
    defer,
  }
}
