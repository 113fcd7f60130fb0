import { writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { asObject, type JsonObject } from '../../../../server/src/domain/event/read-json.ts'

export interface MadeRow {
  lang: string
  deploy: string
  /** Text that names this run, such as its folder, and what it becomes. */
  neutral: Record<string, string>
  event: JsonObject
}

/** What nothing of the grouping reads would fill the repository, and names the machine. */
const kept = new Set(
  `event_id platform level logger transaction culprit release environment
  message logentry exception threads stacktrace fingerprint sdk request`.split(/\s+/),
)

/** The program has said in tags which case it is and which bug. */
export function writeCorpus(name: string, rows: MadeRow[]): void {
  const lines = rows.map(({ lang, deploy, neutral, event }) => {
    const { case: way, truth } = tagsOf(event)
    if (typeof truth !== 'string') throw new Error(`An event says no truth: ${JSON.stringify(event)}`)
    const line = JSON.stringify({ lang, deploy, case: way, truth, event: pruneEvent(event) })
    return Object.entries({ ...neutral, [`${homedir()}/`]: '/home/app/' }).reduce(
      (text, [from, to]) => text.replaceAll(from, to),
      line,
    )
  })
  const path = fileURLToPath(new URL(`../../corpora/${name}.jsonl.gz`, import.meta.url))
  writeFileSync(path, gzipSync(`${lines.join('\n')}\n`, { level: 9 }))
  process.stdout.write(`${lines.length} rows: ${path}\n`)
}

function pruneEvent(event: JsonObject): JsonObject {
  const pruned = Object.fromEntries(Object.entries(event).filter(([key]) => kept.has(key)))
  const { name, version } = asObject(event['sdk']) ?? {}
  return { ...pruned, sdk: { name: name ?? null, version: version ?? null } }
}

function tagsOf(event: JsonObject): JsonObject {
  const { tags } = event
  return asObject(Array.isArray(tags) ? Object.fromEntries(tags as [string, string][]) : tags) ?? {}
}
