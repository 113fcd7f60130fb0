/** Why the demo cannot start, as a sentence for whoever started it. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}

/** Says it and ends the program. Faults of our own are thrown on: their stack tells where. */
export function giveUp(problem: unknown): never {
  if (!(problem instanceof StartProblem)) throw problem
  process.stderr.write(`${problem.message}\n`)
  process.exit(1)
}
