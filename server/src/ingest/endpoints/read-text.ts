import { inflate } from '../decode/inflate.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { Incoming } from './endpoint.ts'

export function readText({ body, encoding, mostBytes }: Incoming): string {
  return new TextDecoder().decode(inflate(body, encoding, mostBytes))
}

/** The texts and numbers of a JSON object, by name; nothing else of such a body is of use. */
export function readJsonFields(incoming: Incoming): Map<string, string | number> {
  const value = parseJson(readText(incoming))
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(400, 'The body is not a JSON object.')
  return new Map(Object.entries(value).filter(isField))
}

function isField(entry: [string, unknown]): entry is [string, string | number] {
  return typeof entry[1] === 'string' || typeof entry[1] === 'number'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Refusal(400, 'The body is not JSON.', cause)
  }
}
