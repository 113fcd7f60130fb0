import { seedRandom } from '../load/random.ts'

/** How large a database is. */
export interface DatabaseSize {
  events: number
  issues: number
}

/** Which event is of which issue, in the order of receipt; issues are numbered from 0 over all projects. */
export interface EventPlan {
  issueOf: Int32Array
  counts: Int32Array
  firsts: Int32Array
  lasts: Int32Array
  timeOf(event: number): number
}

const spanMs = 30 * 24 * 3_600_000

/** Issues turn up evenly. Of the later events half are of what is new, and half of a few old issues. */
export function planEvents({ events, issues }: DatabaseSize, nowMs: number): EventPlan {
  const random = seedRandom(events + issues)
  const plan = {
    issueOf: new Int32Array(events),
    counts: new Int32Array(issues),
    firsts: new Int32Array(issues),
    lasts: new Int32Array(issues),
    timeOf: (event: number) => nowMs - spanMs + Math.floor((spanMs * event) / events),
  }
  let known = 0
  for (let event = 0; event < events; event += 1) {
    const isNew = known < Math.ceil(((event + 1) * issues) / events)
    const part = random.below(1_000_000) / 1_000_000
    const issue = isNew
      ? known++
      : event % 2 === 0
        ? Math.floor(known * part ** 5)
        : known - 1 - Math.floor(Math.min(known, 2_000) * part)
    if (isNew) plan.firsts[issue] = event
    plan.issueOf[event] = issue
    plan.counts[issue] = (plan.counts[issue] ?? 0) + 1
    plan.lasts[issue] = event
  }
  return plan
}

/** Of ten issues eight are the first project's, and one each of two others. Numbers are those within the project. */
export function placeOf(issue: number): { projectId: number; number: number } {
  const [tens, ones] = [Math.floor(issue / 10), issue % 10]
  if (ones < 8) return { projectId: 1, number: tens * 8 + ones + 1 }
  return { projectId: ones - 6, number: tens + 1 }
}

/** Ids in the order of receipt, so that an index of them grows at its end while millions are written. */
export function eventIdOf(event: number): Buffer {
  const id = Buffer.alloc(16)
  id.writeUIntBE(event + 1, 0, 6)
  id.writeUInt32BE(Math.imul(event + 1, 0x9e3779b1) >>> 0, 6)
  id.writeUInt32BE(Math.imul(event + 7, 0x85ebca6b) >>> 0, 10)
  return id
}
