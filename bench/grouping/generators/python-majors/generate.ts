// A laboratory under two majors of sentry-sdk: node --import tsx bench/grouping/generators/python-majors/generate.ts
import { fileURLToPath } from 'node:url'
import { makePythonCorpus } from '../support/make-python-corpus.ts'

await makePythonCorpus({
  corpus: 'python-majors',
  program: fileURLToPath(new URL('program', import.meta.url)),
  packages: [],
  deployments: [
    { sdk: '1.9.10', python: 'python3.9', root: '/srv/lab/app', linesAbove: 0 },
    { sdk: '1.45.1', python: 'python3.11', root: '/srv/lab/app', linesAbove: 14 },
    { sdk: '2.1.1', python: 'python3.11', root: '/opt/venvs/lab-2026.3/app', linesAbove: 5 },
    { sdk: '2.75.0', python: 'python3.12', root: '/usr/src/app', linesAbove: 0 },
    { sdk: '2.75.0', python: 'python3.13', root: '/usr/src/app', linesAbove: 31 },
  ],
})
