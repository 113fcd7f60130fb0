import type { EventBounds } from './event-bounds.ts'
import type { Event } from './event.ts'
import type { Note } from './meta.ts'
import { asObject, asText, type JsonObject } from './read-json.ts'
import { isRecurring, rememberRecurring } from './recurring.ts'
import { areShort, trimFields } from './trim-fields.ts'
import { trimJson, trimMembers, type Bounds } from './trim-json.ts'
import { trimEnd } from './trim-text.ts'

/** Each of its values is cut before any is left out. */
export function trimExtra(extra: JsonObject, bounds: EventBounds, notes: Note[]): JsonObject {
  const { depthStored: depth, valueChars: value, extraKeyChars, extraChars } = bounds
  const members = trimMembers(extra, { chars: extraKeyChars, depth, value }, ['extra'], notes)
  return trimJson(members, { chars: extraChars, depth, value }, ['extra'], notes)
}

export function trimContexts(
  contexts: NonNullable<Event['contexts']>,
  bounds: Bounds,
  notes: Note[],
): NonNullable<Event['contexts']> {
  const kept = trimJson(contexts, bounds, ['contexts'], notes)
  if (kept === contexts) return contexts
  return Object.fromEntries(Object.entries(kept).map(([name, context]) => [name, asObject(context) ?? {}]))
}

export function trimModules(
  modules: Record<string, string>,
  bounds: EventBounds,
  notes: Note[],
): Record<string, string> {
  if (isRecurring(modules) && areModulesWhole(modules, bounds)) return modules
  return trimRecord(modules, bagOf(bounds), ['modules'], notes)
}

const areModulesWhole = rememberRecurring((modules: Record<string, string>, bounds: EventBounds) => {
  return trimJson(modules, bagOf(bounds), ['modules'], []) === modules
})

const bagChars = 64 * 1024

/** Of what there is one in an event, such as all of its contexts. */
export function bagOf({ depthStored: depth, valueChars: value }: EventBounds): Bounds {
  return { chars: bagChars, depth, value }
}

export function trimRecord(
  record: Record<string, string>,
  bounds: Bounds,
  path: string[],
  notes: Note[],
): Record<string, string> {
  const kept = trimJson(record, bounds, path, notes)
  if (kept === record) return record
  return Object.fromEntries(Object.entries(kept).map(([name, text]) => [name, asText(text) ?? '']))
}

type Sdk = NonNullable<Event['sdk']>

const longestName = 128
const settingsChars = 4 * 1024
const nameAndVersion = [
  ['name', longestName, trimEnd],
  ['version', 64, trimEnd],
] as const

export function trimSdk(sdk: Sdk, notes: Note[]): Sdk {
  return (isRecurring(sdk) ? trimKnownSdk(sdk, undefined) : undefined) ?? trimAnySdk(sdk, notes)
}

/** Undefined where there is something to note. */
const trimKnownSdk = rememberRecurring((sdk: Sdk, _always: undefined): Sdk | undefined => {
  const notes: Note[] = []
  const trimmed = trimAnySdk(sdk, notes)
  return notes.length === 0 ? trimmed : undefined
})

function trimAnySdk(sdk: Sdk, notes: Note[]): Sdk {
  const { integrations, packages, settings } = sdk
  return {
    ...trimFields(sdk, nameAndVersion, ['sdk'], notes),
    ...(integrations && {
      integrations: integrations.map((name, index) => trimIntegration(name, index, notes)),
    }),
    ...(packages && { packages: packages.map((one, index) => trimPackage(one, index, notes)) }),
    ...(settings && { settings: trimJson(settings, { chars: settingsChars }, ['sdk', 'settings'], notes) }),
  }
}

function trimIntegration(name: string, index: number, notes: Note[]): string {
  if (name.length <= longestName) return name
  return trimEnd(name, longestName, ['sdk', 'integrations', String(index)], notes)
}

type Package = NonNullable<Sdk['packages']>[number]

function trimPackage(one: Package, index: number, notes: Note[]): Package {
  if (areShort(one, nameAndVersion)) return one
  return trimFields(one, nameAndVersion, ['sdk', 'packages', String(index)], notes)
}
