import { breakServer } from './break-server.ts'
import { breakages } from './breakages.ts'
import { exitCodes, runAlone } from './run-alone.ts'

/** Runs a fault against servers that are broken on purpose. Answers with the exit code: passed if each was noticed. */
export function runBroken(name: string, program: string, args: string[]): number {
  const ofFault = breakages.filter(({ fault }) => name === 'all' || fault === name)
  const codes = ofFault.map(({ fault, what, edits }) => {
    const broken = breakServer(program, edits)
    process.stdout.write(`${fault}, where ${what}:\n`)
    const code = runAlone(fault, [...args, '--server', broken.program])
    broken.remove()
    if (code === exitCodes.passed) process.stdout.write('This was not noticed.\n')
    return code
  })
  if (codes.length === 0) throw new Error(`There is no breakage for ${name}.`)
  return codes.every((code) => code === exitCodes.missed) ? exitCodes.passed : exitCodes.missed
}
