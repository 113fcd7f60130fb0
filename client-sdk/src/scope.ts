import type { Breadcrumb, Level, Primitive, User } from './options.ts'
import type { WireRequest } from './protocol/index.ts'

/** What a scope asks about the request that it belongs to, at the moment of an event: routes are known only late. */
export type DescribeRequest = () => { request: WireRequest; transaction: string | undefined }

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
    return copy
  }

  setUser(user: User | null): this {
    this.user = user ?? undefined
    return this
  }

  setLevel(level: Level): this {
    this.level = level
    return this
  }

  setTag(key: string, value: Primitive): this {
    this.tags[key] = value
    return this
  }

  setTags(tags: Record<string, Primitive>): this {
    Object.assign(this.tags, tags)
    return this
  }

  setExtra(key: string, value: unknown): this {
    this.extra[key] = value
    return this
  }

  /** `null` takes the context away. */
  setContext(name: string, context: Record<string, unknown> | null): this {
    if (context === null) delete this.contexts[name]
    else this.contexts[name] = context
    return this
  }

  setFingerprint(fingerprint: string[]): this {
    this.fingerprint = fingerprint
    return this
  }

  setTransactionName(name: string): this {
    this.transaction = name
    return this
  }

  addBreadcrumb(breadcrumb: Breadcrumb, most: number): this {
    this.breadcrumbs.push(breadcrumb)
    if (this.breadcrumbs.length > most) this.breadcrumbs.splice(0, this.breadcrumbs.length - most)
    return this
  }
}
