import { asName } from '../../domain/event/read-json.ts'
import type { Arrival } from '../arrival.ts'
import { sdkLabel } from '../sdk-label.ts'

const longestName = 100

/** What comes through a tunnel names its client in the envelope only: the request is of a browser, or of a proxy. */
export function nameClient(arrival: Arrival, sdk: unknown): Arrival {
  const { clientName, headers } = arrival
  const isNamed = clientName !== undefined && clientName.slice(0, 200) !== headers['user-agent']
  if (isNamed || typeof sdk !== 'object' || sdk === null) return arrival
  const name = readName('name' in sdk ? sdk.name : undefined)
  if (name === undefined || sdkLabel(name) === '') return arrival
  const version = readName('version' in sdk ? sdk.version : undefined)
  return { ...arrival, clientName: version === undefined ? name : `${name}/${version}` }
}

function readName(value: unknown): string | undefined {
  return typeof value === 'string' ? asName(value, longestName) : undefined
}
