import { rateLimitHeader, type Limited } from '../../domain/limits/index.ts'
import { Refusal } from './refusal.ts'

/** Refused by a limit of the project's: says for how long, and of what. */
export class LimitExceeded extends Refusal {
  readonly limited: Limited

  constructor(limited: Limited) {
    super(429, sentences[limited.reason])
    this.limited = limited
  }

  override get reason(): string {
    return this.limited.reason
  }

  get rateLimits(): string {
    return rateLimitHeader([this.limited])
  }
}

const sentences = {
  key_per_minute: 'The key sent more in this minute than it may.',
  project_per_minute: 'The project was sent more in this minute than it may.',
  project_per_month: 'The project was sent all that it may in this month.',
} satisfies Record<Limited['reason'], string>
