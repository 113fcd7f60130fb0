import type { Event } from '../../../lib/api.ts'
import type { Json } from './notes/read-notes.ts'

export interface SecurityReport {
  /** The part of the event that holds it. */
  part: string
  name: string
  /** What the browser did, in a sentence. */
  sentence: string
  values: Record<string, Json>
}

const kinds = {
  csp: 'Content Security Policy',
  expectct: 'Expect-CT',
  expectstaple: 'Expect-Staple',
  hpkp: 'Public key pinning',
} as const

/** What a browser reported about a policy of the page. The event’s type does not name these parts. */
export function securityReportOf(event: Event): SecurityReport | undefined {
  for (const [part, name] of Object.entries(kinds)) {
    const found = Object.entries(event).find(([key]) => key === part)?.[1] as Json | undefined
    if (typeof found !== 'object' || found === null || Array.isArray(found)) continue
    return { part, name, sentence: part === 'csp' ? sayCsp(found) : '', values: found }
  }
  return undefined
}

function sayCsp(report: Record<string, Json>): string {
  const read = (name: string): string => {
    const value = report[name.replaceAll('-', '_')] ?? report[name]
    return typeof value === 'string' ? value : ''
  }
  const what = sayings.get(read('blocked-uri')) ?? read('blocked-uri')
  const rule = read('effective-directive') || read('violated-directive').split(' ')[0] || 'its policy'
  const did = read('disposition') === 'report' ? 'would block' : 'blocked'
  return `The browser ${did} ${what}: ${rule} does not allow it.`
}

/** Browsers have words for what has no address; old ones leave it out. */
const sayings = new Map([
  ['', 'inline code'],
  ['inline', 'inline code'],
  ['eval', 'code made by eval'],
  ['self', 'something of the page’s own host'],
])
