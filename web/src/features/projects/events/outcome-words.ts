import type { OutcomeKind } from './events-state.ts'

interface Words {
  meaning: string
  /** Empty where nothing is to be done. */
  advice: string
}

export const outcomeWords: Record<OutcomeKind, Words> = {
  accepted: {
    meaning: 'It was stored.',
    advice: '',
  },
  filtered: {
    meaning: 'It arrived and was dropped by an inbound filter of this project.',
    advice: 'Is something missing? Loosen the filter in the settings.',
  },
  limited: {
    meaning: 'More arrived than may: it was refused with 429, and the SDK waits.',
    advice: 'Fix what is so noisy, or raise the limit in the settings.',
  },
  invalid: {
    meaning: 'It was refused because it could not be read or named no valid key.',
    advice: 'See the last refusals below: each says what was wrong.',
  },
  not_kept: {
    meaning: 'It is of a kind that Mishap does not store, such as traces and replays.',
    advice: 'Nothing is broken. Turn these off in the SDK to save traffic.',
  },
  lost_in_client: {
    meaning: 'It never left the program: the SDK itself says that it dropped it.',
    advice: 'Look at the reasons: sampling, beforeSend, a full queue or the network.',
  },
}

const reasons = new Map([
  ['browser_extension', 'browser extension'],
  ['localhost', 'from localhost'],
  ['old_browser', 'old browser'],
  ['crawler', 'crawler'],
  ['release', 'filtered release'],
  ['environment', 'filtered environment'],
  ['type', 'filtered type'],
  ['message', 'filtered message'],
  ['key_per_minute', 'over the limit of the key, per minute'],
  ['project_per_minute', 'over the limit of the project, per minute'],
  ['project_per_month', 'over the limit of the project, per month'],
  ['malformed', 'could not be read'],
  ['no_key', 'no DSN key was sent'],
  ['unknown_key', 'wrong or disabled DSN key'],
  ['method', 'wrong HTTP method'],
  ['unknown_address', 'wrong address'],
  ['too_large', 'too large'],
  ['encoding', 'unknown encoding'],
  ['queue_full', 'this server had more to do than it could'],
  ['unavailable', 'this server could not store it'],
  ['item_type', 'kind of item that is not kept'],
  ['no_event', 'attachment that names no event'],
  ['no_release', 'session that names no release'],
  ['report_type', 'kind of browser report that is not kept'],
  ['too_many', 'more of them at once than are kept'],
  ['queue_overflow', 'the SDK’s queue was full'],
  ['cache_overflow', 'the SDK’s cache was full'],
  ['buffer_overflow', 'the SDK’s buffer was full'],
  ['ratelimit_backoff', 'the SDK waited, as it was told'],
  ['network_error', 'network error'],
  ['send_error', 'the server refused it'],
  ['sample_rate', 'sampled away by sampleRate'],
  ['before_send', 'dropped by beforeSend'],
  ['event_processor', 'dropped by an event processor'],
  ['internal_sdk_error', 'error inside the SDK'],
  ['backpressure', 'the SDK held back under load'],
  ['ignored', 'the SDK was told to ignore it'],
  ['invalid', 'the SDK found it invalid'],
  ['too_big', 'too large for the SDK to send'],
  ['no_parent_span', 'span without a parent'],
  ['filtered', 'filtered by a proxy on the way'],
  ['other', 'a reason of the SDK’s own'],
  ['insufficient_data', 'the SDK had too little to send'],
])

/** A word of the server, or of an SDK that gives a reason of its own. */
export function sayReason(reason: string): string {
  return reasons.get(reason) ?? (reason === '' ? '–' : reason.replaceAll('_', ' '))
}

/** As in rate limits, where "default" is what a request is called before anybody looked into it. */
export function sayCategory(category: string): string {
  return category === 'default' ? 'request' : category.replaceAll('_', ' ')
}
