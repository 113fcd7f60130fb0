import { createScrubber, type Removed, type ScrubSettings } from '../../domain/scrub/index.ts'

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
): FeedbackTexts & { removed: Removed } {
  const scrubber = createScrubber(settings)
  const optional = (text: string | undefined, label: string): string | undefined =>
    text === undefined ? undefined : scrubber.text(text, label)
  return {
    message: scrubber.text(message, 'message'),
    name: optional(name, 'name'),
    email: optional(email, 'email'),
    url: optional(url, 'url'),
    removed: scrubber.removed(),
  }
}
