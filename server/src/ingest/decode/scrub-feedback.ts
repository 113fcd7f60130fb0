import { scrubText, type ScrubSettings } from '../../domain/scrub/index.ts'

export interface FeedbackTexts {
  message: string
  name: string | undefined
  email: string | undefined
  url: string | undefined
}

/** What people write holds secrets too: it is scrubbed as the same words in an event would be. */
export function scrubFeedback(texts: FeedbackTexts, settings: ScrubSettings): FeedbackTexts {
  return {
    message: scrubText(texts.message, 'message', settings),
    name: scrubOptional(texts.name, 'name', settings),
    email: scrubOptional(texts.email, 'email', settings),
    url: scrubOptional(texts.url, 'url', settings),
  }
}

function scrubOptional(text: string | undefined, name: string, settings: ScrubSettings): string | undefined {
  return text === undefined ? undefined : scrubText(text, name, settings)
}
