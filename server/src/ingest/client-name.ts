import type { Sender } from './sender.ts'

/** As SDKs on servers name themselves: `sentry.python/2.1`. A browser's line is about the visitor, not about us. */
const sdkAgent = /^[a-z][\w.-]*\/[\w.+-]+$/i
const longestName = 200

/** What sends: as it says with its key, or in its requests. */
export function clientNameOf({ credentials, request }: Sender): string | undefined {
  const agent = request.headers['user-agent']?.slice(0, longestName) ?? ''
  return credentials?.clientName ?? (sdkAgent.test(agent) ? agent : undefined)
}
