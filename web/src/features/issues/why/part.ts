import type { Fingerprint } from '../../../lib/api.ts'

export type Hash = Fingerprint['hashes'][number]
export type Part = Hash['parts'][number]
