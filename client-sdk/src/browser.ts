import type { Runtime } from './build-event.ts'
import { watchClicks } from './integrations/clicks.ts'
import { watchConsole } from './integrations/console.ts'
import { watchFetch } from './integrations/fetch.ts'
import { watchNavigation } from './integrations/navigation.ts'
import { watchWindow } from './integrations/window.ts'
import type { Options } from './options.ts'
import { registry } from './registry.ts'
import type { DescribeRequest } from './scope.ts'
import { start } from './start.ts'
import { fetchTransport } from './transports/fetch.ts'

export * from './public.ts'

const runtime: Runtime = {
  platform: 'javascript',
  sdkName: 'mishap.javascript.browser',
  serverName: () => undefined,
  contexts: () => ({
    culture: {
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      // This door also serves runtimes that are no browser.
      ...(typeof navigator !== 'undefined' && { locale: navigator.language }),
    },
  }),
}

/**
 * Turns the SDK on. Call it once, before the rest of the page's code. Never throws: a wrong option is said on the
 * console, and without a DSN nothing is reported.
 *
 *     Mishap.init({ dsn: 'https://…@errors.example.org/1', release: 'shop@1.4.2' })
 */
export function init(options: Options): void {
  start(options, {
    runtime,
    makeTransport: fetchTransport,
    enrich: async () => {},
    enrichNow: () => {},
    prepare() {
      if (typeof location !== 'undefined') registry().globalScope.describeRequest = describePage
    },
    integrations: [watchWindow, watchConsole, watchFetch, watchNavigation, watchClicks],
  })
}

function describePage(): ReturnType<DescribeRequest> {
  const referrer = typeof document === 'undefined' ? '' : document.referrer
  const headers = { 'User-Agent': navigator.userAgent, ...(referrer !== '' && { Referer: referrer }) }
  return {
    request: { url: location.href.replace(/[?#].*$/s, ''), headers },
    transaction: location.pathname,
  }
}
