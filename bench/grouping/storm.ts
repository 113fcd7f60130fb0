import type { Event } from '../../server/src/domain/event/event.ts'
import { receiveEvent } from './receive-event.ts'

const syllables = ['ba', 'ke', 'li', 'mo', 'nu', 'ra', 'se', 'ti', 'vo', 'zu']

/** Errors of one throwing line that nothing but the fuse holds together: their words look like any others. */
export function stormOf(messages: number): Event[] {
  return Array.from({ length: messages }, (_, n) =>
    receiveEvent({
      platform: 'node',
      exception: {
        values: [
          {
            type: 'MailError',
            value: `${wordOf(n)} refused the letter to ${wordOf(n * 7919)} because of its ${wordOf(n * 104_729)}`,
            stacktrace: {
              frames: [
                { filename: '/srv/app/lib/outbox.js', function: 'sendAll', lineno: 12, in_app: true },
                { filename: '/srv/app/lib/mail.js', function: 'deliver', lineno: 40, in_app: true },
              ],
            },
          },
        ],
      },
    }),
  )
}

function wordOf(n: number): string {
  return Array.from(String(n), (digit) => syllables[Number(digit)]).join('')
}
