import type { Event } from '../../domain/event/event.ts'
import { present } from '../../domain/event/read-json.ts'
import { scrubEvent, type ScrubSettings } from '../../domain/scrub/index.ts'

export interface FeedbackTexts {
  message: string
  name: string | undefined
  email: string | undefined
  url: string | undefined
}

/** What people write holds secrets too: it is scrubbed as the same words in an event would be. */
export function scrubFeedback(
  { message, name, email, url }: FeedbackTexts,
  settings: ScrubSettings,
): FeedbackTexts {
  const event: Event = {
    event_id: '',
    timestamp: '',
    received: '',
    type: 'default',
    level: 'info',
    platform: 'other',
    logentry: { formatted: message },
    user: present({ name, email }),
    request: present({ url }),
  }
  const { logentry, user, request } = scrubEvent(event, settings)
  return { message: logentry?.formatted ?? '', name: user?.name, email: user?.email, url: request?.url }
}
