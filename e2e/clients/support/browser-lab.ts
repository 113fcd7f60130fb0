import type { Browser, Page } from 'playwright-core'
import { launchBrowser, openPage } from '../../support/browser.ts'
import { openLab, type Lab, type ProjectInLab } from './lab.ts'
import { servePages, type File, type Pages } from './serve-pages.ts'

/** A lab whose clients are pages in Chromium. */
export interface BrowserLab extends Lab {
  /** Serves the files from an origin of their own and opens `/` in a browser of its own. */
  open(files: Record<string, File>, prepare?: (page: Page) => Promise<void>): Promise<Page>
}

export async function openBrowserLab(): Promise<BrowserLab> {
  const lab = await openLab()
  const browser: Browser = await launchBrowser()
  const served: Pages[] = []
  return {
    ...lab,
    async open(files, prepare) {
      const pages = await servePages(files)
      served.push(pages)
      const { page } = await openPage(browser)
      await prepare?.(page)
      await page.goto(`${pages.origin}/`)
      return page
    },
    async close() {
      await browser.close()
      await Promise.all(served.map((pages) => pages.close()))
      await lab.close()
    },
  }
}

/** A page with these scripts, by path. */
export function pageWith(...scripts: string[]): File {
  const tags = scripts.map((script) => `<script src="${script}"></script>`)
  return { body: `<!doctype html><title>Shop</title><button>Pay</button>${tags.join('')}` }
}

/** What a page writes to set its client up. */
export function initOf(project: ProjectInLab, more = ''): string {
  return `Sentry.init({ dsn: '${project.dsn}', release: 'web@1.4.2', environment: 'staging', ${more} })\n`
}
