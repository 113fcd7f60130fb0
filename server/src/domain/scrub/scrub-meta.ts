import type { Json } from '../event/event.ts'
import { asObject, type JsonObject } from '../event/read-json.ts'
import { scrubJson } from './scrub-json.ts'
import { scrubMember } from './scrub-members.ts'
import { shownName } from './scrub-text.ts'
import { startWalk, type Walk } from './walk.ts'

/**
 * Notes quote what they are about, so they are read like the event, each quote under the name of its value. What is
 * removed here is not noted again.
 */
export function scrubMeta(meta: Json, walk: Walk): Json {
  return scrubNotes(meta, '', startWalk(walk.rules))
}

function scrubNotes(node: Json, name: string, walk: Walk): Json {
  const members = asObject(node)
  if (members === undefined) return scrubJson(node, '', walk.rules.judge(name), walk)
  let hasChanged = false
  const entries = Object.entries(members).map(([key, member]): [string, Json] => {
    const clean = key === '' ? scrubNote(member, name, walk) : scrubNotes(member, nameOf(key, name), walk)
    const shown = walk.rules.judge(key).mayHide ? shownName(key, 0, walk) : key
    if (clean !== member || shown !== key) hasChanged = true
    return [shown, clean]
  })
  return hasChanged ? Object.fromEntries(entries) : node
}

/** An index is not a name: the value is one of its list. */
function nameOf(key: string, parent: string): string {
  return /^\d+$/.test(key) ? parent : key
}

/** `rem` and `len` say where and how much: names of rules and numbers, unless a client writes there what it likes. The rest are quotes and explanations. */
function scrubNote(note: Json, name: string, walk: Walk): Json {
  const parts = asObject(note)
  if (parts === undefined) return scrubJson(note, '', walk.rules.judge(name), walk)
  let scrubbed: JsonObject = parts
  for (const [key, part] of Object.entries(parts)) {
    const isOurs = key === 'rem' || key === 'len'
    const clean = isOurs
      ? scrubMember(part, key, walk)
      : scrubJson(part, key, walk.rules.judge(key === 'val' ? name : 'text'), walk)
    if (clean !== part) scrubbed = Object.fromEntries([...Object.entries(scrubbed), [key, clean]])
  }
  return scrubbed
}
