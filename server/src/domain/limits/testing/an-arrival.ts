import type { Arrival, Limiter } from '../create-limiter.ts'
import { defaultLimitSettings, type LimitSettings } from '../limit-settings.ts'

/** Builders for the tests of this folder. */
export function anArrival(override: Partial<Arrival> = {}): Arrival {
  return {
    projectId: 1,
    publicKey: 'a',
    settings: defaultLimitSettings,
    nowMs: Date.UTC(2026, 0, 10),
    weight: 1,
    ...override,
  }
}

export function limits(override: Partial<LimitSettings>): LimitSettings {
  return { ...defaultLimitSettings, ...override }
}

/** How many of equal arrivals are admitted. */
export function admitMany(limiter: Limiter, times: number, override: Partial<Arrival> = {}): number {
  const arrivals = Array.from({ length: times }, () => limiter.admit(anArrival(override)))
  return arrivals.filter(({ kind }) => kind === 'admitted').length
}
