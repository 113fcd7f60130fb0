import { readFileSync } from 'node:fs'

/** What `/proc/<pid>/stat` counts in, on every Linux that Node runs on. */
const ticksPerSecond = 100
const mebibyte = 1024 * 1024

/** Microseconds of CPU that a process has used, in user and kernel mode, of all its threads; to the nearest 10,000. */
export function readCpuUs(pid: number): number {
  const { user, system } = readTicks(pid)
  return ((user + system) * 1_000_000) / ticksPerSecond
}

/** As `readCpuUs`, of the children that a process had and that ended. */
export function readEndedChildrenCpuUs(pid: number): number {
  const { childUser, childSystem } = readTicks(pid)
  return ((childUser + childSystem) * 1_000_000) / ticksPerSecond
}

function readTicks(pid: number): Record<'user' | 'system' | 'childUser' | 'childSystem', number> {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The second field is a name in parentheses, which may itself hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15).map(Number)
  return { user, system, childUser, childSystem }
}

export interface Memory {
  /** Mebibytes in RAM now, and the most since the start. */
  rssMb: number
  peakMb: number
}

export function readMemory(pid: number): Memory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return { rssMb: mebibytes(status, 'VmRSS'), peakMb: mebibytes(status, 'VmHWM') }
}

function mebibytes(status: string, name: string): number {
  const kibibytes = new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1] ?? '0'
  return (Number(kibibytes) * 1024) / mebibyte
}
