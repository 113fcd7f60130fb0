// A magazine on other people's libraries: node --import tsx bench/grouping/generators/node-libraries/generate.ts
import { fileURLToPath } from 'node:url'
import { makeNodeCorpus } from '../support/make-node-corpus.ts'

await makeNodeCorpus({
  corpus: 'node-libraries',
  program: fileURLToPath(new URL('program', import.meta.url)),
  entry: 'main.js',
  deployments: [
    { sdk: '9.47.2', root: '/srv/magazine', linesAbove: 0 },
    { sdk: '10.78.0', root: '/srv/magazine', linesAbove: 16 },
    { sdk: '11.12.0', root: '/workspace', linesAbove: 5 },
  ],
})
