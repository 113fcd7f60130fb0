import type { Event, Json } from './event.ts'
import { userIdentity } from './user-identity.ts'

const longestValue = 200

/** The tags that are counted for an issue: the client's own, and what an event says of itself. */
export function eventTags(event: Event): Record<string, string> {
  const derived: [string, string | undefined][] = [
    ['level', event.level],
    ['environment', event.environment],
    ['release', event.release],
    ['dist', event.dist],
    ['server_name', event.server_name],
    ['transaction', event.transaction],
    ['logger', event.logger],
    ['url', event.request?.url],
    ['user', userIdentity(event)],
    ['handled', handledOf(event)],
    ['mechanism', event.exception?.values.at(-1)?.mechanism?.type],
    ['browser', nameAndVersion(event.contexts?.['browser'])],
    ['browser.name', textOf(event.contexts?.['browser']?.['name'])],
    ['os', nameAndVersion(event.contexts?.['os'])],
    ['os.name', textOf(event.contexts?.['os']?.['name'])],
    ['runtime', nameAndVersion(event.contexts?.['runtime'])],
    ['device', textOf(event.contexts?.['device']?.['model'])],
  ]
  const fitting = derived.flatMap(([key, value]) => {
    const text = value?.split('\n')[0]?.trim().slice(0, longestValue).toWellFormed()
    return text === undefined || text === '' ? [] : [[key, text] as const]
  })
  // What the client says explicitly wins.
  return { ...Object.fromEntries(fitting), ...event.tags }
}

function handledOf(event: Event): string | undefined {
  const handled = event.exception?.values.at(-1)?.mechanism?.handled
  return handled === undefined ? undefined : handled ? 'yes' : 'no'
}

function nameAndVersion(context: Record<string, Json> | undefined): string | undefined {
  const name = textOf(context?.['name'])
  const version = textOf(context?.['version'])
  return name === undefined || version === undefined ? name : `${name} ${version.trim()}`
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
