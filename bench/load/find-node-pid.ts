import { readdirSync, readFileSync } from 'node:fs'

/** The process that runs Node itself, where another program was started that starts it; undefined if there is none yet. */
export function findNodePid(pid: number, node: string): number | undefined {
  if (readArguments(pid)[0] === node) return pid
  for (const child of childrenOf(pid)) {
    const found = findNodePid(child, node)
    if (found !== undefined) return found
  }
  return undefined
}

function readArguments(pid: number): string[] {
  return readOrNothing(`/proc/${pid}/cmdline`).split('\0')
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readOrNothing(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number),
    )
  } catch {
    return []
  }
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
