import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(root, 'docs')).filter(isPage).map(inDocs)]

it.each(pages)('every file that %s links to is there', (page) => {
  const links = [...textOf(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link ?? '')
  const missing = links.filter((link) => !existsSync(join(root, dirname(page), link)))
  expect(missing).toEqual([])
})

it.each(pages)('every path that %s names is there', (page) => {
  const names = [...textOf(page).matchAll(/`([\w.-]+(?:\/[\w.-]+)*(?:\/|\.(?:ts|tsx|js)))`/g)].map(
    ([, name]) => name ?? '',
  )
  const missing = names.filter((name) => !places.some((place) => existsSync(join(root, place, name))))
  expect(missing).toEqual([])
})

it('the README sets up by two commands that the package has', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }
  expect(textOf('README.md').match(/^npm ci && npm \w+$/gm)).toEqual([
    'npm ci && npm start',
    'npm ci && npm test',
  ])
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test', 'demo', 'dev', 'check']))
})

/** A path is given from the root, or from the folder that its paragraph speaks of. */
const places = ['', 'client-sdk/src', 'server', 'server/src', 'server/src/ingest', 'web', 'tooling']

function textOf(page: string): string {
  return readFileSync(join(root, page), 'utf8')
}

function isPage(name: string): boolean {
  return name.endsWith('.md')
}

function inDocs(name: string): string {
  return `docs/${name}`
}
