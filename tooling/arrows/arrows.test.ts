import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, posix, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** What each kind of file may and may not import, written out apart from the table that the lint reads. */
const facts: Fact[] = [
  {
    file: 'client-sdk/src/protocol/envelope.ts',
    right: ['./item.ts'],
    wrong: ['../client.ts', 'node:fs', 'zod', '../../../server/src/domain/issue.ts'],
  },
  {
    file: 'client-sdk/src/integrations/express.ts',
    right: ['../client.ts', '../protocol/envelope.ts', './http.ts', 'node:http'],
    wrong: ['../../../server/src/domain/issue.ts', '../../../web/src/lib/api.ts', 'zod', '@mishap/server'],
  },
  {
    file: 'server/src/domain/triage.ts',
    right: ['./issue.ts', './search/tokenise.ts', 'node:crypto', '@mishap/sdk/protocol'],
    wrong: [
      '../store/store.ts',
      '../contract/issue.ts',
      '../http/parse.ts',
      '../ingest/digest.ts',
      'node:fs',
      'zod',
    ],
  },
  {
    file: 'server/src/domain/grouping/frames/languages/java.ts',
    right: ['../call.ts', '../../../issue.ts', '@mishap/sdk/protocol'],
    wrong: ['../../../../store/store.ts', '@mishap/sdk', 'kysely', './../../../../store/store.ts'],
  },
  {
    file: 'server/src/contract/issue.ts',
    right: ['./problem.ts', '../domain/issue.ts', 'zod'],
    wrong: ['../store/store.ts', '../http/parse.ts', '../issues/routes.ts', 'better-sqlite3'],
  },
  {
    file: 'server/src/store/sqlite/connection.ts',
    right: ['../store.ts', '../../domain/issue.ts', 'better-sqlite3', 'kysely'],
    wrong: ['../../http/parse.ts', '../../contract/issue.ts', '../../ingest/digest.ts', '../../main.ts'],
  },
  {
    file: 'server/src/http/parse.ts',
    right: ['../domain/app-error.ts', '../contract/problem.ts', 'express'],
    wrong: ['../store/store.ts', '../issues/routes.ts', '../app.ts', 'pg'],
  },
  {
    file: 'server/src/ingest/arrival.ts',
    right: [
      './reply.ts',
      '../store/store.ts',
      '../domain/issue.ts',
      '../http/parse.ts',
      '../contract/event.ts',
    ],
    wrong: ['../issues/routes.ts', '../app.ts', '../digest-worker.ts', 'better-sqlite3', 'pg', '@mishap/web'],
  },
  {
    file: 'server/src/ingest/decode/inflate.ts',
    right: ['../arrival.ts', '../../store/store.ts'],
    wrong: ['../../projects/routes.ts', '../../main.ts', '../decode/../../projects/routes.ts'],
  },
  {
    file: 'server/src/issues/routes.test.ts',
    right: ['./routes.ts', '../store/testing/on-both-engines.ts', 'pg'],
    wrong: ['../ingest/digest.ts', '../app.ts'],
  },
  {
    file: 'server/src/app.ts',
    right: ['./issues/routes.ts', './ingest/digest.ts', './store/store.ts'],
    wrong: [],
  },
  {
    file: 'server/src/main.ts',
    right: ['./app.ts', './ingest/digest.ts', './store/store.ts', './config/config.ts'],
    wrong: [],
  },
  {
    file: 'web/src/lib/api.ts',
    right: ['../../../server/src/domain/search/tokenise.ts', './url-state.ts'],
    rightTypes: ['../../../server/src/contract/index.ts'],
    wrong: [
      '../../../server/src/contract/index.ts',
      '../../../server/src/domain/triage.ts',
      '../../../server/src/store/store.ts',
      '../ui/badge.tsx',
      '../features/issues/list.tsx',
      '../app/shell.tsx',
    ],
  },
  {
    file: 'web/src/ui/badge.tsx',
    right: ['../lib/formats.ts', './chip.tsx'],
    wrong: ['../features/issues/list.tsx', '../app/shell.tsx', '../../../server/src/contract/index.ts'],
  },
  {
    file: 'web/src/features/issues/list.tsx',
    right: ['../../ui/badge.tsx', '../../lib/api.ts', './row.tsx'],
    wrong: ['../projects/list.tsx', '../../app/shell.tsx', '../../../../server/src/contract/index.ts'],
  },
  {
    file: 'web/src/features/issues/row/title.tsx',
    right: ['../list.tsx', '../../../ui/badge.tsx'],
    wrong: ['../../projects/list.tsx', '../../../app/shell.tsx'],
  },
  {
    file: 'web/src/app/shell.tsx',
    right: ['../features/issues/list.tsx', '../ui/badge.tsx', '../lib/api.ts'],
    wrong: ['../../../server/src/contract/index.ts'],
  },
  {
    file: 'demo/shop.ts',
    right: ['@mishap/sdk', '@mishap/sdk/express', './page.ts'],
    wrong: ['../client-sdk/src/index.ts', '../server/src/main.ts'],
  },
]

interface Fact {
  file: string
  right: string[]
  rightTypes?: string[]
  wrong: string[]
}

const root = resolve(import.meta.dirname, '../..')
let tree: string
let refused: Set<string>

/** Each import is planted in a file of its own beside the file that the fact names. */
function plantedFile(file: string, kind: string, specifier: string): string {
  const suffix = /(\.test)?\.tsx?$/.exec(file)?.[0] ?? ''
  return posix.join(
    dirname(file),
    `${kind}-${specifier.replaceAll(/[^a-z0-9]/g, (c) => `_${c.charCodeAt(0)}`)}${suffix}`,
  )
}

const wholeImport = (specifier: string): string =>
  `import { it } from '${specifier}'\nexport const here = it\n`
const typeImport = (specifier: string): string =>
  `import type { It } from '${specifier}'\nexport type Here = It\n`
const onwardExport = (specifier: string): string => `export * from '${specifier}'\n`
const lazyImport = (specifier: string): string => `export const later = import('${specifier}')\n`

const forms = { whole: wholeImport, type: typeImport, onward: onwardExport, lazy: lazyImport }

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'mishap-arrows-'))
  await writeFile(join(tree, 'oxlint.config.js'), `export { default } from '${root}/oxlint.config.js'\n`)
  await Promise.all(facts.flatMap(plants).map(([file, text]) => plant(file, text)))
  refused = await lint()
})

afterAll(() => rm(tree, { recursive: true }))

function plants({ file, right, rightTypes = [], wrong }: Fact): [file: string, text: string][] {
  const all = [...right, ...rightTypes, ...wrong]
  return Object.entries(forms).flatMap(([kind, write]) =>
    all.map((specifier): [string, string] => [plantedFile(file, kind, specifier), write(specifier)]),
  )
}

async function plant(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree, file)), { recursive: true })
  await writeFile(join(tree, file), text)
}

function lint(): Promise<Set<string>> {
  const rules = ['-A', 'all', '-c', 'oxlint.config.js', '-f', 'json']
  return new Promise((resolveRefused) => {
    execFile(
      join(root, 'node_modules/.bin/oxlint'),
      rules,
      { cwd: tree, maxBuffer: 2 ** 26 },
      (_, stdout) => {
        const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] }
        const arrows = diagnostics.filter(({ code }) => code === 'eslint(no-restricted-imports)')
        resolveRefused(new Set(arrows.map(({ filename }) => filename)))
      },
    )
  })
}

describe.each(facts)('$file', ({ file, right, rightTypes = [], wrong }) => {
  const formsRefused = (specifier: string): string[] =>
    Object.keys(forms).filter((kind) => refused.has(plantedFile(file, kind, specifier)))

  it.each(right)('may import %s', (specifier) => {
    expect(formsRefused(specifier)).toEqual([])
  })

  it.each(rightTypes)('may import types of %s, and no more', (specifier) => {
    expect(formsRefused(specifier)).toEqual(['whole', 'onward', 'lazy'])
  })

  it.each(wrong.filter((specifier) => !rightTypes.includes(specifier)))('may not import %s', (specifier) => {
    expect(formsRefused(specifier)).toEqual(Object.keys(forms))
  })
})
