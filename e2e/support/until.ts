import { setTimeout as sleep } from 'node:timers/promises'

const deadlineMs = 60_000

/** Asks again and again until there is an answer. The deadline only bounds a failing test. */
export async function until<Answer>(what: string, ask: () => Promise<Answer | undefined>): Promise<Answer> {
  const deadline = Date.now() + deadlineMs
  while (Date.now() < deadline) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await sleep(50)
  }
  throw new Error(`Waited in vain for ${what}.`)
}
