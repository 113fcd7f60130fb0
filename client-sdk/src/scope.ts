import { normaliseValue } from './normalise-value.ts'
import type { Breadcrumb, Level, Primitive, User } from './options.ts'
import type { WireRequest } from './protocol/index.ts'
import { isRecord, textOf } from './read-safely.ts'
import { setOwn } from './set-own.ts'

/** What a scope asks about the request that it belongs to, at the moment of an event: routes are known only late. */
export type DescribeRequest = () => { request: WireRequest; transaction: string | undefined }

/** What a scope and its copies have in common: they belong to the same request, or to the program. */
export interface Journey {
  lastEventId: string | undefined
}

const mostBreadcrumbs = 100

/** Who, what and where: the context that events are reported with. */
export class Scope {
  user: User | undefined
  level: Level | undefined
  transaction: string | undefined
  describeRequest: DescribeRequest | undefined
  fingerprint: string[] | undefined
  tags: Record<string, Primitive> = {}
  extra: Record<string, unknown> = {}
  contexts: Record<string, Record<string, unknown>> = {}
  breadcrumbs: Breadcrumb[] = []
  journey: Journey = { lastEventId: undefined }
  /** Within the host's hooks nothing is captured: what they log or throw must not come back in. */
  isMuted = false

  /** A copy: what is set on it later does not reach the original. */
  clone(): Scope {
    const copy = new Scope()
    copy.user = this.user
    copy.level = this.level
    copy.transaction = this.transaction
    copy.describeRequest = this.describeRequest
    copy.fingerprint = this.fingerprint
    copy.tags = { ...this.tags }
    copy.extra = { ...this.extra }
    copy.contexts = { ...this.contexts }
    copy.breadcrumbs = [...this.breadcrumbs]
    copy.journey = this.journey
    copy.isMuted = this.isMuted
    return copy
  }

  setUser(user: User | null): this {
    this.user = isRecord(user) ? user : undefined
    return this
  }

  setLevel(level: Level): this {
    this.level = level
    return this
  }

  setTag(key: string, value: Primitive): this {
    const isPlain = value === null || typeof value === 'number' || typeof value === 'boolean'
    setOwn(this.tags, textOf(key, 200), isPlain ? value : textOf(value, 200))
    return this
  }

  setTags(tags: Record<string, Primitive>): this {
    if (isRecord(tags)) for (const [key, value] of Object.entries(tags)) this.setTag(key, value)
    return this
  }

  setExtra(key: string, value: unknown): this {
    setOwn(this.extra, key, value)
    return this
  }

  /** `null` takes the context away. */
  setContext(name: string, context: Record<string, unknown> | null): this {
    if (context === null) delete this.contexts[name]
    else setOwn(this.contexts, name, context)
    return this
  }

  setFingerprint(fingerprint: string[]): this {
    this.fingerprint = fingerprint.map((part) => textOf(part, 1_000))
    return this
  }

  setTransactionName(name: string): this {
    this.transaction = name
    return this
  }

  /** Copied at once: it tells what happened then, whatever becomes of its data. */
  addBreadcrumb(breadcrumb: Breadcrumb, most: number = mostBreadcrumbs): this {
    if (!isRecord(breadcrumb)) return this
    const timed = { timestamp: Date.now() / 1_000, ...breadcrumb }
    this.breadcrumbs.push(normaliseValue(timed) as Breadcrumb)
    if (this.breadcrumbs.length > most) this.breadcrumbs.splice(0, this.breadcrumbs.length - most)
    return this
  }
}
