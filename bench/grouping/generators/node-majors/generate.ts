// A clinic under the five majors of @sentry/node: node --import tsx bench/grouping/generators/node-majors/generate.ts
import { fileURLToPath } from 'node:url'
import { makeNodeCorpus } from '../support/make-node-corpus.ts'

await makeNodeCorpus({
  corpus: 'node-majors',
  program: fileURLToPath(new URL('program', import.meta.url)),
  entry: 'main.cjs',
  deployments: [
    { sdk: '7.120.4', root: '/srv/clinic', linesAbove: 0 },
    { sdk: '8.55.2', root: '/home/deploy/releases/20260301120000/clinic', linesAbove: 3 },
    { sdk: '9.47.2', root: '/home/deploy/releases/20260317093011/clinic', linesAbove: 11 },
    { sdk: '10.78.0', root: '/app', linesAbove: 0 },
    { sdk: '11.12.0', root: '/app', linesAbove: 27 },
    { sdk: '11.12.0', root: '/opt/clinic-5f0c2e1/current', linesAbove: 8 },
  ],
})
