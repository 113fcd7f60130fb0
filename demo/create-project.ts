import { spawnSync } from 'node:child_process'
import { StartProblem } from './start-problem.ts'

const names = ['shop', 'shop-demo', ...Array.from({ length: 18 }, (_, at) => `shop-demo-${at + 2}`)]

/** The DSN of a new project "shop", or of "shop-demo" and so on where there is one: others may report to that. */
export function createProject(): string {
  for (const name of names) {
    const { dsn, complaint } = runCommand(name)
    if (dsn !== undefined) return dsn
    if (!complaint.startsWith('There is a project')) throw new StartProblem(complaint)
  }
  throw new StartProblem('There are many demo projects already: set MISHAP_DSN to the DSN of one of them.')
}

function runCommand(name: string): { dsn?: string; complaint: string } {
  const args = ['mishap', 'project', 'create', name, '--platform', 'node', '--json']
  const { status, stdout, stderr, error } = spawnSync('npx', args, { encoding: 'utf8' })
  if (error !== undefined) return { complaint: `npx cannot be run: ${error.message}.` }
  // npm may have its own news to tell.
  const said = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('npm '))
  if (status !== 0) return { complaint: said[0] ?? `"npx ${args.join(' ')}" ended with ${status}.` }
  const { dsn }: { dsn: string } = JSON.parse(stdout)
  return { dsn, complaint: '' }
}
