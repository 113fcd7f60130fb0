import { pino, type Logger } from 'pino'
import type { Config } from './config/config.ts'

/** JSON lines on stderr: stdout is for the one line with the URL and for what commands print. */
export function createLogger(level: Config['logLevel']): Logger {
  return pino({ level }, pino.destination({ fd: 2, sync: true }))
}
