import type { Logger } from 'pino'

/** Runs short tasks every second, each again only after its last run. What fails is logged. Answers how to stop. */
export function repeatEverySecond(tasks: (() => Promise<void>)[], logger: Logger): () => void {
  const timers = tasks.map((task) => {
    let running = false
    return setInterval(() => {
      if (running) return
      running = true
      void task()
        .catch((error: unknown) => logger.error({ err: error }, 'What runs every second failed'))
        .finally(() => (running = false))
    }, 1_000)
  })
  return () => timers.forEach((timer) => clearInterval(timer))
}
