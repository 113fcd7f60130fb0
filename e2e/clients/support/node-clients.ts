import { fileURLToPath } from 'node:url'
import type { Lab, ProjectInLab } from './lab.ts'
import { startProgram, type Ended, type Program } from './start-program.ts'

/** One row for each major version; all run the programs in `node-programs/`. */
export const nodeClients = [
  { name: '@sentry/node 7', module: '@sentry/node-7', hasLogs: false, reportsLosses: false },
  { name: '@sentry/node 8', module: '@sentry/node-8', hasLogs: false, reportsLosses: true },
  { name: '@sentry/node 9', module: '@sentry/node-9', hasLogs: true, reportsLosses: true },
  { name: '@sentry/node 10', module: '@sentry/node-10', hasLogs: true, reportsLosses: true },
  { name: '@sentry/node 11', module: '@sentry/node', hasLogs: true, reportsLosses: true },
]

export async function startNode(
  lab: Lab,
  client: { name: string; module: string },
  program: string,
): Promise<{ project: ProjectInLab; running: Program }> {
  const project = await lab.createProject(`${client.name} ${program}`)
  const file = fileURLToPath(new URL(`../node-programs/${program}.cjs`, import.meta.url))
  const running = startProgram(process.execPath, [file], { CLIENT: client.module, DSN: project.dsn })
  return { project, running }
}

/** Runs a program to its end in a project of its own. */
export async function runNode(
  lab: Lab,
  client: { name: string; module: string },
  program: string,
): Promise<Ended & { project: ProjectInLab }> {
  const { project, running } = await startNode(lab, client, program)
  return { ...(await running.end()), project }
}
