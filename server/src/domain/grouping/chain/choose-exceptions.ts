import type { Child, Link } from './links.ts'

/** One failure within an event: the exception to group by, and the one around it when that alone says too little. */
export interface Choice {
  root: number
  /** Outermost first, ending with the root. */
  path: number[]
  /** Whether every step to the root is known to be a cause. */
  isCertain: boolean
}

/** How many failures of one group are told apart. */
const MAX_MEMBERS = 50

/**
 * Walks from the captured exception to its root cause; at a group, to the root of each member. Without recursion
 * and with every exception visited once: the tree comes from outside, and may be deep or run in circles.
 */
export function chooseExceptions(captured: number, links: Map<number, Child[]>): Choice[] {
  const choices: Choice[] = []
  const visited = new Set<number>([captured])
  const starts: { path: number[]; isCertain: boolean }[] = [{ path: [captured], isCertain: true }]
  for (let next = starts.shift(); next && choices.length < MAX_MEMBERS; next = starts.shift()) {
    const members = walk(next, links, visited)
    if (members.length === 0) choices.push({ ...next, root: next.path.at(-1) ?? captured })
    for (const member of members)
      starts.push({ path: [...next.path, member.index], isCertain: next.isCertain })
  }
  return choices
}

/** Extends the path by causes, in place, until its end or a group, whose members it returns. */
function walk(
  route: { path: number[]; isCertain: boolean },
  links: Map<number, Child[]>,
  visited: Set<number>,
): Child[] {
  for (;;) {
    const children = (links.get(route.path.at(-1) ?? -1) ?? []).filter((child) => !visited.has(child.index))
    const members = children.filter((child) => child.link === 'member')
    const cause = children.find((child) => isFollowed(child.link))
    for (const child of members.length > 0 ? members : cause ? [cause] : []) visited.add(child.index)
    if (members.length > 0 || !cause) return members
    if (cause.link === 'unknown') route.isCertain = false
    route.path.push(cause.index)
  }
}

/** An error that happened while another one was handled is a new error, not its consequence. */
function isFollowed(link: Link): boolean {
  return link === 'cause' || link === 'unknown'
}
