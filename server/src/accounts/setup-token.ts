import { createHmac, timingSafeEqual } from 'node:crypto'

/** What the console's first-run link carries; whoever has it may create the first account. */
export function setupToken(secret: string): string {
  return createHmac('sha256', secret).update('mishap first account').digest('base64url')
}

export function isSetupToken(given: string, secret: string): boolean {
  const [a, b] = [given, setupToken(secret)].map((token) =>
    createHmac('sha256', secret).update(token).digest(),
  )
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
