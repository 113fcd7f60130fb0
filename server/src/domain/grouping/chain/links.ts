import type { Exception } from '../../event/event.ts'

/** How an exception hangs on the one that was captured after it. */
export type Link = 'cause' | 'context' | 'unknown' | 'member'

export interface Child {
  index: number
  link: Link
}

/** What hangs on each exception, by index. Ids are only followed where they form one connected tree. */
export function readLinks(values: Exception[], platform: string): Map<number, Child[]> {
  const links = new Map<number, Child[]>()
  const byId = indexIds(values)
  for (let index = 0; index < values.length - 1; index++) {
    const mechanism = values[index]?.mechanism
    // Java's suppressed exceptions happened while cleaning up after the real one.
    if (mechanism?.type === 'suppressed' || isComponentStack(values[index])) continue
    const parent = byId ? byId.get(mechanism?.parent_id) : index + 1
    if (parent === undefined || parent === index) continue
    const children = links.get(parent) ?? []
    children.push({ index, link: readLink(mechanism?.source, platform) })
    links.set(parent, children)
  }
  for (const [parent, children] of links) fillEmptyGroup(values[parent], children)
  return links
}

/**
 * Newer Python SDKs list each exception once: a group made in the handler of the one that it holds has that one as its
 * context and no members.
 */
function fillEmptyGroup(group: Exception | undefined, children: Child[]): void {
  if (!group?.mechanism?.is_exception_group || children.some(({ link }) => link === 'member')) return
  for (const child of children) if (child.link === 'context') child.link = 'cause'
}

/** React's SDK hangs the tree of components, dressed as an error, on the error that a boundary caught. */
function isComponentStack(exception: Exception | undefined): boolean {
  return exception?.type?.startsWith('React ErrorBoundary ') ?? false
}

/** Undefined when an id is missing, doubled or dangling: such a tree is read as a plain list. */
function indexIds(values: Exception[]): Map<number | undefined, number> | undefined {
  const byId = new Map<number | undefined, number>()
  for (const [index, value] of values.entries()) {
    const id = value.mechanism?.exception_id
    if (id === undefined || byId.has(id)) return undefined
    byId.set(id, index)
  }
  const isWhole = values.slice(0, -1).every((value) => byId.has(value.mechanism?.parent_id ?? NaN))
  return isWhole ? byId : undefined
}

function readLink(source: string | undefined, platform: string): Link {
  if (source !== undefined && /^(?:errors|exceptions|inner_?exceptions)\[\d{1,6}\]$/i.test(source))
    return 'member'
  if (source === '__context__') return 'context'
  // Old Python SDKs do not tell `raise from` from an error in an error handler.
  return source === undefined && platform === 'python' ? 'unknown' : 'cause'
}
