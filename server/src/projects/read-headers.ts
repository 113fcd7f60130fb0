import * as z from 'zod'

const headers = z.record(z.string(), z.string())

/** Of a refusal's row. */
export function readHeaders(json: string): Record<string, string> {
  return headers.parse(JSON.parse(json))
}
