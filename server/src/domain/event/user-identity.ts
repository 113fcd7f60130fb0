import type { Event } from './event.ts'

/** The one text that tells an event's user from others: id, else email, user name, name or address. */
export function userIdentity({ user }: Event): string | undefined {
  return user?.id ?? user?.email ?? user?.username ?? user?.name ?? user?.ip_address
}
