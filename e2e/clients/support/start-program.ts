import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface Ended {
  code: number | null
  output: string
}

/** A client in a process of its own. */
export interface Program {
  /** Writes a line to it, and waits for the line that it prints when it has done what the line says. */
  tell(line: string): Promise<string>
  /** Closes its input and waits for its end. */
  end(): Promise<Ended>
}

export function startProgram(command: string, args: string[], env: Record<string, string>): Program {
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const closed = once(child, 'close')
  const lines = createInterface({ input: child.stdout })
  return {
    async tell(line) {
      const answered = Promise.race([once(lines, 'line'), closed.then(() => undefined)])
      child.stdin.write(`${line}\n`)
      const answer = await answered
      if (answer === undefined) throw new Error(`The program ended before it answered:\n${output}`)
      return String(answer[0])
    },
    async end() {
      child.stdin.end()
      await closed
      return { code: child.exitCode, output }
    },
  }
}
