import type { Envelope } from '@mishap/sdk/protocol'

/** The body of `/security/`: a report as browsers send it. Its item says what the request said besides. */
export function readSecurityReport(body: Uint8Array): Envelope {
  return { headers: {}, items: [{ headers: { type: 'raw_security' }, payload: body }] }
}
