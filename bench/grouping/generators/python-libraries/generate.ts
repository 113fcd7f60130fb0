// A shop on other people's libraries: node --import tsx bench/grouping/generators/python-libraries/generate.ts
import { fileURLToPath } from 'node:url'
import { makePythonCorpus } from '../support/make-python-corpus.ts'

const program = fileURLToPath(new URL('program', import.meta.url))

await makePythonCorpus({
  corpus: 'python-libraries',
  program,
  packages: ['-r', `${program}/requirements.txt`],
  deployments: [
    { sdk: '1.45.1', python: 'python3.11', root: '/srv/shop', linesAbove: 0 },
    { sdk: '2.75.0', python: 'python3.11', root: '/srv/shop', linesAbove: 22 },
    { sdk: '2.75.0', python: 'python3.11', root: '/code', linesAbove: 6 },
  ],
})
