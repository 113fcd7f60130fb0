import type { Event } from '../../../lib/api.ts'

export type Frame = NonNullable<
  NonNullable<Event['exception']>['values'][number]['stacktrace']
>['frames'][number]
