import type { Event, Exception } from '../event/event.ts'
import type { FilterReason, FilterSettings } from './filter-settings.ts'
import { isBrowserExtension } from './is-browser-extension.ts'
import { isCrawler } from './is-crawler.ts'
import { isLocalhost } from './is-localhost.ts'
import { isOldBrowser } from './is-old-browser.ts'
import { aBudget, matchesAny } from './matches-glob.ts'
import { readHeader } from './read-header.ts'

/** Says which filter an event falls under; of several, always the same one, so that the counts can be compared. */
export function filterEvent(event: Event, settings: FilterSettings): FilterReason | undefined {
  if (settings.browserExtensions && isBrowserExtension(event)) return 'browser_extension'
  if (settings.localhost && isLocalhost(event)) return 'localhost'
  return filterUserAgent(event, settings) ?? filterGlobs(event, settings)
}

function filterUserAgent(event: Event, settings: FilterSettings): FilterReason | undefined {
  if (!settings.oldBrowsers && !settings.crawlers) return undefined
  const userAgent = readHeader(event, 'user-agent')
  if (userAgent === undefined) return undefined
  // Crawlers pretend to be browsers, often old ones: what they are says more.
  if (settings.crawlers && isCrawler(userAgent)) return 'crawler'
  return settings.oldBrowsers && isOldBrowser(userAgent) ? 'old_browser' : undefined
}

function filterGlobs(event: Event, settings: FilterSettings): FilterReason | undefined {
  const budget = aBudget()
  if (matchesAny(settings.releases, [event.release], budget)) return 'release'
  if (matchesAny(settings.environments, [event.environment], budget)) return 'environment'
  // Every exception of the chain counts, as in Sentry: the title may come from any of them.
  const exceptions = (event.exception?.values ?? []).toReversed()
  if (
    settings.types.length > 0 &&
    matchesAny(
      settings.types,
      exceptions.map(({ type }) => type),
      budget,
    )
  )
    return 'type'
  if (settings.messages.length === 0) return undefined
  const titles = exceptions.flatMap(titlesOf)
  const texts = [event.logentry?.formatted, event.logentry?.message, ...titles]
  return matchesAny(settings.messages, texts, budget) ? 'message' : undefined
}

/** What a person may have copied from the screen. */
function titlesOf({ type, value }: Exception): (string | undefined)[] {
  return type === undefined || value === undefined ? [value] : [`${type}: ${value}`, value]
}
