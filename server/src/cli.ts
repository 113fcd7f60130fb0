import { buildProgram } from './cli/program.ts'
import { AppError } from './domain/app-error.ts'
import { refuseNode } from './refuse-node.ts'
import { asUnavailable } from './store/as-unavailable.ts'

// What we write holds password hashes and what users sent: it is for this user alone.
process.umask(0o077)

try {
  refuseNode(process.versions.node)
  await buildProgram(process.env).parseAsync()
} catch (error) {
  // What someone can act on is a sentence; anything else is a fault of ours, whose stack tells where.
  const told = asUnavailable(error)
  const isForPeople = told instanceof AppError && told.code !== 'internal'
  process.stderr.write(`${isForPeople ? told.message : describeFault(error)}\n`)
  process.exitCode = 1
}

function describeFault(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
