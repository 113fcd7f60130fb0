import type { Exception, Json, Mechanism } from './event.ts'
import { normaliseStacktrace } from './normalise-frames.ts'
import {
  asBoolean,
  asNumber,
  asObject,
  asText,
  asValues,
  filled,
  present,
  type JsonObject,
} from './read-json.ts'

/** Oldest cause first. An entry without type and value says nothing and is left out. */
export function normaliseExceptions(value: Json | undefined): Exception[] {
  // raven-js puts the mechanism beside the values.
  const shared = asObject(value)?.['values'] === undefined ? undefined : asObject(value)?.['mechanism']
  return asValues(value).flatMap((entry) => {
    const exception = normaliseException(entry, shared)
    return exception.type === undefined && exception.value === undefined ? [] : [exception]
  })
}

function normaliseException(entry: JsonObject, sharedMechanism: Json | undefined): Exception {
  return present({
    type: asText(entry['type']),
    value: valueText(entry['value']),
    module: asText(entry['module']),
    thread_id: asText(entry['thread_id']),
    stacktrace: normaliseStacktrace(entry['stacktrace'] ?? entry['sentry.interfaces.Stacktrace']),
    mechanism: normaliseMechanism(entry['mechanism'] ?? sharedMechanism),
  })
}

/** A value that is no text was thrown as data: it is shown as JSON. */
function valueText(value: Json | undefined): string | undefined {
  if (typeof value === 'object' && value !== null) return JSON.stringify(value)
  return typeof value === 'string' && value !== '' ? value : asText(value)
}

function normaliseMechanism(value: Json | undefined): Mechanism | undefined {
  const mechanism = asObject(value)
  if (mechanism === undefined) return undefined
  const optional = present({
    handled: asBoolean(mechanism['handled']),
    synthetic: asBoolean(mechanism['synthetic']),
    description: asText(mechanism['description']),
    help_link: asText(mechanism['help_link']),
    source: asText(mechanism['source']),
    exception_id: asNumber(mechanism['exception_id']),
    parent_id: asNumber(mechanism['parent_id']),
    is_exception_group: asBoolean(mechanism['is_exception_group']),
    data: filled(asObject(mechanism['data'])),
    meta: filled(asObject(mechanism['meta'])),
  })
  return { type: asText(mechanism['type']) ?? 'generic', ...optional }
}
