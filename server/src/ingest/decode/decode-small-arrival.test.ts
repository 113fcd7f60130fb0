import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { defaultProjectSettings } from '../../domain/project-settings.ts'
import type { Arrival } from '../arrival.ts'
import { decodeArrival, decodeSmallArrival } from './decode-arrival.ts'
import type { Decoded } from './decoded.ts'
import { anArrival, anEnvelope, smallLimits } from './testing/an-arrival.ts'

const limits = { ...smallLimits, envelopeBytes: 2_000_000 }

it('what is small is decoded as all is, and what is large when inflated is left for elsewhere', () => {
  const small = anArrival(gzipSync(anEnvelope({}, [{ type: 'event' }, {}])), { encoding: 'gzip' })
  const large = anArrival(gzipSync(anEnvelope({}, [{ type: 'event' }, { extra: 'x'.repeat(600_000) }])), {
    encoding: 'gzip',
  })
  const decodeSmall = (arrival: Arrival): Decoded | undefined =>
    decodeSmallArrival(arrival, limits, defaultProjectSettings)
  expect(decodeSmall(small)).toEqual(decodeArrival(small, limits, defaultProjectSettings))
  expect(decodeSmall(large)).toBeUndefined()
  expect(decodeSmall(anArrival('x', { encoding: 'gzip' }))?.answer.status).toBe(400)
  expect(decodeSmall(anArrival('x'.repeat(600_000)))).toBeUndefined()
})
