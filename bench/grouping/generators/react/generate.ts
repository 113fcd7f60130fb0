// A React page under two bundlers and three majors of @sentry/react, in Chromium: node --import tsx bench/grouping/generators/react/generate.ts
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../../../e2e/support/browser.ts'
import { startCollector } from '../support/collector.ts'
import { writeCorpus, type MadeRow } from '../support/write-corpus.ts'
import { buildPage, type Build } from './build-page.ts'
import { serveBuild } from './serve-build.ts'

const deployments = [
  { sdk: '9.47.2', features: 1 },
  { sdk: '10.78.0', features: 60 },
  { sdk: '11.12.0', features: 61 },
]
const corpora = {
  'react-vite': 'vite',
  'react-webpack': 'webpack',
  'react-names': 'vite with names',
} as const

const collector = await startCollector()
const browser = await launchBrowser()

for (const [corpus, bundler] of Object.entries(corpora)) {
  const rows: MadeRow[] = []
  for (const deployment of deployments) rows.push(...(await collectRows({ ...deployment, bundler })))
  writeCorpus(corpus, rows)
}

await browser.close()
await collector.close()

async function collectRows(build: Build): Promise<MadeRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'))
  const site = await serveBuild(await buildPage(folder, build))
  const deploy = `f${build.features}-sdk-${build.sdk}`
  await runCases(browser, site.origin, deploy)
  site.close()
  rmSync(folder, { recursive: true })
  const neutral = { [site.origin]: 'https://planner.example' }
  return collector.take().map((event) => ({ lang: 'web', deploy, neutral, event }))
}

/** Each case has a page of its own: React takes a root away that has thrown. */
async function runCases(inBrowser: Browser, origin: string, release: string): Promise<void> {
  const page = await inBrowser.newPage()
  await page.addInitScript(`window.DSN = '${collector.dsn}'; window.RELEASE = '${release}'`)
  await page.goto(origin)
  const names: string[] = await page.evaluate('window.cases')
  for (const name of names) {
    await page.goto(origin)
    await page.waitForFunction('window.show')
    await page.evaluate(`window.run('${name}')`)
  }
  await page.close()
}
