/** How to report from a platform: install, start, try. */
export interface Guide {
  name: string
  install: string
  init: string
  test: string
}

export const platforms = ['node', 'express', 'browser'] as const
export type Platform = (typeof platforms)[number]

export function isPlatform(text: string): text is Platform {
  return platforms.some((platform) => platform === text)
}

export function guideFor(platform: Platform, dsn: string): Guide {
  return guides[platform](dsn)
}

const install = 'npm install @mishap/sdk'

const guides: Record<Platform, (dsn: string) => Guide> = {
  node: (dsn) => ({
    name: 'Node',
    install,
    init: `import * as Mishap from '@mishap/sdk'

Mishap.init({ dsn: '${dsn}' })`,
    test: `try {
  throw new Error('My first mishap')
} catch (error) {
  Mishap.captureException(error)
}`,
  }),
  express: (dsn) => ({
    name: 'Express',
    install,
    init: `import * as Mishap from '@mishap/sdk'
import { errorView, requestContext } from '@mishap/sdk/express'
import express from 'express'

Mishap.init({ dsn: '${dsn}' })

const app = express()
app.use(requestContext()) // before all routes`,
    test: `app.get('/mishap', () => {
  throw new Error('My first mishap')
})

app.use(errorView()) // after all routes: the page shows the event id`,
  }),
  browser: (dsn) => ({
    name: 'Browser',
    install,
    init: `import * as Mishap from '@mishap/sdk'

Mishap.init({ dsn: '${dsn}' })`,
    test: `setTimeout(() => {
  throw new Error('My first mishap')
})`,
  }),
}
