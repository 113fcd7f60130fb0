import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium'
const isThere = existsSync(executablePath)

/** Whether browser tests are left out. Where nothing may be left out they run, and fail. */
export const withoutBrowser = !isThere && process.env['MISHAP_TEST_REQUIRE_ALL'] !== '1'
if (withoutBrowser) {
  process.stderr.write(
    'No Chromium: the browser journeys are left out. Install the package "chromium", or set CHROME_PATH.\n',
  )
}

export function launchBrowser(): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return chromium.launch({ executablePath, args })
}

/** A page, and everything that it complained of on the console. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, complaints }
}
