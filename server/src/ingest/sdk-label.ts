const wellFormed = /^[a-z][\w.-]{0,50}(?:\/[\w.+-]{1,24})?/i

/** The name and version of a client, such as `sentry.python/2.68.0`; empty for anything that is not one. */
export function sdkLabel(clientName: string | undefined): string {
  return wellFormed.exec(clientName ?? '')?.[0] ?? ''
}
