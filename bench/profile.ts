// Where the time goes while events pour in: npm run bench -- profile [node|browser] [EVENTS]. One JSON line for each thread.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareEnvelopes } from './load/envelopes.ts'
import { generateLoad } from './load/generate-load.ts'
import { round } from './load/median.ts'
import { startMishap } from './load/start-mishap.ts'

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[]
  samples: number[]
  timeDeltas: number[]
}

const listed = 40
/** Of one that did anything, in µs. */
const leastBusy = 500_000
/** What V8 calls the time in which a thread waits, or in which it is in no function. */
const nowhere = ['(idle)', '(program)']

const [given = 'node', events = '10000'] = process.argv.slice(2)
const kind = given === 'browser' ? 'browser' : 'node'
const folder = mkdtempSync(join(tmpdir(), 'mishap-profile-'))
const server = await startMishap({ nodeArguments: ['--cpu-prof', `--cpu-prof-dir=${folder}`] })
const target = { url: server.url, project: server.project, kind } as const
const file = prepareEnvelopes(kind, Number(events))
const { acked } = await generateLoad(target, file, { kind: 'saturate', connections: 64 })
// The profiles are written when it ends.
await server.stop()
for (const name of readdirSync(folder)) print(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Profile)
for (const each of [folder, server.dataDir]) rmSync(each, { recursive: true })

function print({ nodes, samples, timeDeltas }: Profile): void {
  const places = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const selfUs = new Map<string, number>()
  samples.forEach((id, index) => {
    const place = places.get(id)
    if (place === undefined || nowhere.includes(place.functionName)) return
    const name = `${place.functionName || 'anonymous'} ${nameOf(place.url)}:${place.lineNumber + 1}`
    selfUs.set(name, (selfUs.get(name) ?? 0) + (timeDeltas[index] ?? 0))
  })
  const busyUs = [...selfUs.values()].reduce((sum, us) => sum + us, 0)
  if (busyUs < leastBusy) return
  const most = [...selfUs].toSorted(([, one], [, other]) => other - one).slice(0, listed)
  const usPerEvent = Object.fromEntries(most.map(([name, us]) => [name, round(us / acked)]))
  process.stdout.write(
    `${JSON.stringify({ kind, events: acked, busyUs: round(busyUs / acked), usPerEvent })}\n`,
  )
}

/** The last two parts of a path tell enough. */
function nameOf(url: string): string {
  return url.split('/').slice(-2).join('/')
}
