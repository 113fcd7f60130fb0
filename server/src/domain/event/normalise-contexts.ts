import type { Event, Json } from './event.ts'
import { asObject, asText, asList, filled, nonEmpty, present, type JsonObject } from './read-json.ts'
import { rememberRecurring } from './recurring.ts'

/** A context is an object under a name; anything else a client put there is kept as its `value`. */
function normaliseContexts(value: Json | undefined): Record<string, JsonObject> {
  const entries = Object.entries(asObject(value) ?? {}).flatMap(([name, context]) => {
    const object = asObject(context) ?? (context === null ? undefined : { value: context })
    return object === undefined ? [] : [[name, object] as const]
  })
  return Object.fromEntries(entries)
}

/** Parts of an event that nothing works with; they are shown as contexts. */
const shownParts = ['template', 'query', 'errors'] as const

export function contextsOf(raw: JsonObject): Record<string, JsonObject> {
  const shown = shownParts.flatMap((name): [string, Json][] => {
    const part = raw[name] ?? null
    return part === null || (Array.isArray(part) && part.length === 0) ? [] : [[name, part]]
  })
  if (shown.length === 0) return normaliseContexts(raw['contexts'])
  return { ...normaliseContexts(Object.fromEntries(shown)), ...normaliseContexts(raw['contexts']) }
}

export type Sdk = NonNullable<Event['sdk']>

/** Old clients name themselves only when they authenticate: `raven-node/2.6.4`. */
export function normaliseSdk(value: Json | undefined, clientName: string | undefined): Sdk | undefined {
  return readSdk(asObject(value) ?? {}, clientName)
}

const readSdk = rememberRecurring((sdk: JsonObject, clientName: string | undefined): Sdk | undefined => {
  const [clientSdk, clientVersion] = clientName?.split('/') ?? []
  const name = asText(sdk['name']) ?? asText(clientSdk)
  if (name === undefined) return undefined
  const integrations = (asList(sdk['integrations']) ?? []).flatMap((item) => asText(item) ?? [])
  const packages = normalisePackages(sdk['packages'])
  return {
    name,
    version: asText(sdk['version']) ?? asText(clientVersion) ?? '',
    ...present({
      integrations: nonEmpty(integrations),
      packages: nonEmpty(packages),
      settings: filled(asObject(sdk['settings'])),
    }),
  }
})

function normalisePackages(value: Json | undefined): { name: string; version: string }[] {
  const list = asList(value) ?? (value === undefined || value === null ? [] : [value])
  return list.flatMap((item) => {
    const name = asText(asObject(item)?.['name'])
    return name === undefined ? [] : [{ name, version: asText(asObject(item)?.['version']) ?? '' }]
  })
}
