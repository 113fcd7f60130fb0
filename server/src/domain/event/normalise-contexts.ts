import type { Event, Json } from './event.ts'
import { asObject, asText, asList, filled, nonEmpty, present, type JsonObject } from './read-json.ts'

/** A context is an object under a name; anything else a client put there is kept as its `value`. */
export function normaliseContexts(value: Json | undefined): Record<string, JsonObject> {
  const entries = Object.entries(asObject(value) ?? {}).flatMap(([name, context]) => {
    const object = asObject(context) ?? (context === null ? undefined : { value: context })
    return object === undefined ? [] : [[name, object] as const]
  })
  return Object.fromEntries(entries)
}

export type Sdk = NonNullable<Event['sdk']>

/** Old clients name themselves only when they authenticate: `raven-node/2.6.4`. */
export function normaliseSdk(value: Json | undefined, clientName: string | undefined): Sdk | undefined {
  const sdk = asObject(value)
  const [clientSdk, clientVersion] = clientName?.split('/') ?? []
  const name = asText(sdk?.['name'], 128) ?? asText(clientSdk, 128)
  if (name === undefined) return undefined
  const integrations = (asList(sdk?.['integrations']) ?? []).flatMap((item) => asText(item, 128) ?? [])
  const packages = normalisePackages(sdk?.['packages'])
  return {
    name,
    version: asText(sdk?.['version'], 64) ?? asText(clientVersion, 64) ?? '',
    ...present({
      integrations: nonEmpty(integrations),
      packages: nonEmpty(packages),
      settings: filled(asObject(sdk?.['settings'])),
    }),
  }
}

function normalisePackages(value: Json | undefined): { name: string; version: string }[] {
  const list = asList(value) ?? (value === undefined || value === null ? [] : [value])
  return list.flatMap((item) => {
    const name = asText(asObject(item)?.['name'], 128)
    return name === undefined ? [] : [{ name, version: asText(asObject(item)?.['version'], 64) ?? '' }]
  })
}
