import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** What `readTrace` needs to see: wall-clock times, durations, files and all bytes in hexadecimal. */
export const traceFormat = ['-yy', '-ttt', '-T', '-xx']

/** One system call on an open file or socket. Times are epoch seconds. */
export interface Call {
  name: string
  /** As strace names it: a path, or such as `TCPv6:[…]`. */
  path: string
  /** What was written, in hexadecimal; as much as `-s` let through. */
  hex: string
  start: number
  end: number
  succeeded: boolean
}

const whole = /^(\d+) +([\d.]+) (\w+)\(\d+<(.*?)>([,)].*)$/
const unfinished = /^(\d+) +([\d.]+) (\w+)\(\d+<(.*?)>(.*) <unfinished \.\.\.>$/
const resumed = /^(\d+) +([\d.]+) <\.\.\. (\w+) resumed>(.*)$/
const result = /\) += (-?\d+).*<([\d.]+)>$/

/** Reads the calls in the order in which they began; those that never ended are left out. */
export async function readTrace(file: string): Promise<Call[]> {
  const calls: Call[] = []
  const begun = new Map<string, Omit<Call, 'end' | 'succeeded'>>()
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const cut = line.endsWith('<unfinished ...>') ? unfinished.exec(line) : null
    if (cut) {
      const [, pid = '', start, name = '', path = '', rest = ''] = cut
      begun.set(pid, { name, path: readable(path), hex: bytesOf(rest), start: Number(start) })
      continue
    }
    const going = line.includes(' resumed>') ? resumed.exec(line) : null
    const call = going ? begun.get(going[1] ?? '') : callOf(whole.exec(line))
    const ended = result.exec(line)
    if (call === undefined || ended === null) continue
    const from = going ? Number(going[2]) : call.start + Number(ended[2])
    calls.push({ ...call, end: from, succeeded: Number(ended[1]) >= 0 })
  }
  return calls.toSorted((a, b) => a.start - b.start)
}

function callOf(match: RegExpExecArray | null): Omit<Call, 'end' | 'succeeded'> | undefined {
  if (match === null) return undefined
  const [, , start, name = '', path = '', rest = ''] = match
  return { name, path: readable(path), hex: bytesOf(rest), start: Number(start) }
}

/** `-xx` writes paths in hexadecimal too. */
function readable(path: string): string {
  return path.startsWith(String.raw`\x`)
    ? Buffer.from(path.replaceAll(String.raw`\x`, ''), 'hex').toString()
    : path
}

function bytesOf(args: string): string {
  const texts = args.match(/"(?:\\x[0-9a-f]{2})*"/g) ?? []
  return texts.map((text) => text.slice(1, -1).replaceAll(String.raw`\x`, '')).join('')
}
