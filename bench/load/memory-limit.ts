import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Processes that together may use no more memory than a limit, page cache included; beyond that the kernel kills. */
export interface MemoryLimit {
  /** Holds for every process that starts meanwhile. */
  during<Started>(start: () => Promise<Started>): Promise<Started>
  /** How often the kernel killed for it. */
  kills(): number
  /** To be called when the processes are gone. */
  remove(): void
}

const controller = '/sys/fs/cgroup/memory'

/** Undefined where the machine has no memory controller of the first version of cgroups that we may write to. */
export function limitMemory(bytes: number): MemoryLimit | undefined {
  const home = join(controller, ownGroup() ?? '')
  if (!existsSync(join(home, 'memory.limit_in_bytes'))) return undefined
  const group = join(controller, `mishap-${process.pid}`)
  const move = (to: string): void => writeFileSync(join(to, 'cgroup.procs'), String(process.pid))
  try {
    mkdirSync(group)
    writeFileSync(join(group, 'memory.limit_in_bytes'), String(bytes))
  } catch {
    return undefined
  }
  return {
    // What a process uses already stays where it was counted; what it starts begins in its own group.
    async during(start) {
      move(group)
      try {
        return await start()
      } finally {
        move(home)
      }
    },
    kills() {
      const control = readFileSync(join(group, 'memory.oom_control'), 'utf8')
      return Number(/^oom_kill (\d+)/m.exec(control)?.[1] ?? 0)
    },
    remove: () => rmdirSync(group),
  }
}

function ownGroup(): string | undefined {
  return /^\d+:memory:(.*)$/m.exec(readFileSync('/proc/self/cgroup', 'utf8'))?.[1]
}
