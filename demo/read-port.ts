import { StartProblem } from './start-problem.ts'

/** `DEMO_PORT`, else 8090. 0 takes any that is free. */
export function readPort(): number {
  const given = process.env['DEMO_PORT'] || '8090'
  if (!/^\d{1,5}$/.test(given) || Number(given) > 65_535)
    throw new StartProblem(`DEMO_PORT must be a port from 0 to 65535, not "${given}".`)
  return Number(given)
}
