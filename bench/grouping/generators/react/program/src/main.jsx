import * as Sentry from '@sentry/react'
import { createRoot } from 'react-dom/client'
import { App } from './App.jsx'
import * as features from './features.js'
import { scenarios } from './scenarios.js'

window.features = features

let current = { case: 'none', truth: 'none' }

Sentry.init({
  dsn: window.DSN,
  release: window.RELEASE,
  integrations: [Sentry.captureConsoleIntegration({ levels: ['error'] })],
  beforeSend: (event) => (isNoise(event) ? null : { ...event, tags: current }),
})

// React says everything once more on the console.
function isNoise(event) {
  return (
    event.logger === 'console' &&
    !String(event.message ?? event.exception?.values?.[0]?.value).includes('planner')
  )
}

createRoot(document.getElementById('root'), {
  // Else the console has it first, and what was seen once is not reported again.
  onCaughtError: () => {},
  onUncaughtError: Sentry.reactErrorHandler(),
  onRecoverableError: Sentry.reactErrorHandler(),
}).render(<App />)

window.run = async (name) => {
  const [, truth, act] = scenarios.find(([known]) => known === name)
  current = { case: name, truth }
  try {
    await act()
  } catch (error) {
    Sentry.captureException(error)
  }
  await new Promise((resolve) => setTimeout(resolve, 60))
  await Sentry.flush(2000)
}
window.cases = scenarios.map(([name]) => name)
