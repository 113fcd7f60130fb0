import type { ReplyHeaders } from './rate-limits.ts'

/** Brings one envelope to the server. Rejects when it could not be reached. */
export type Transport = (envelope: string) => Promise<ReplyHeaders>
