import type { Event } from '../event/event.ts'
import type { FingerprintPart, Key } from './grouping.ts'
import { libraryParts } from './exception/library-parts.ts'
import { readException, threadFrames, type ReadException } from './exception/read-exception.ts'
import { siteParts } from './exception/site-parts.ts'
import { messageText } from './message-text.ts'
import { findSite } from './site/find-site.ts'
import { textOfJson } from './template/json-message.ts'
import { buildTemplate } from './template/build-template.ts'

export function messageKey(event: Event): Key {
  return { tier: 'message', parts: [...loggerParts(event), messagePart(event)] }
}

function messagePart(event: Event): FingerprintPart {
  // The template as the program wrote it says exactly what is constant.
  const value = event.logentry?.message || messageText(event)
  const line = textOfJson(value) ?? value
  const { text, replaced } = buildTemplate({ type: '', value: line, javascript: false, sources: [] })
  const reason = 'The message, without what differs from one occurrence to the next.'
  // Spans of a text within JSON are none of the message.
  return { name: 'template', value: text, reason, ...(line === value && { replaced }) }
}

/** The stack of the thread that failed, of an event without an exception. */
export function readThread(event: Event): ReadException | undefined {
  const frames = threadFrames(event)
  return frames && readException(event, { stacktrace: { frames } }, 0)
}

/** A crash without an exception: what was said of it, and the stack of the thread that crashed. */
export function threadKey(event: Event, message: string, read: ReadException): Key {
  const site = findSite(read.stack)
  const parts = site ? siteParts(read, site, true) : libraryParts(read)
  for (const part of parts) delete part.exception
  return { tier: 'thread', parts: message === '' ? parts : [messagePart(event), ...parts] }
}

/** Never a random id: events about which nothing is known are one issue per logger. */
export function emptyKey(event: Event): Key {
  const reason =
    'The event has neither exception, stack nor message; all such events of one platform are together.'
  return {
    tier: 'empty',
    parts: [{ name: 'platform', value: event.platform, reason }, ...loggerParts(event)],
  }
}

/** What old SDKs put there when nobody set one. */
const DEFAULT_LOGGERS = new Set([
  'javascript',
  'node',
  'ruby',
  'php',
  'python',
  'perl',
  'csharp',
  'java',
  'go',
  'cfml',
])

function loggerParts(event: Event): FingerprintPart[] {
  if (!event.logger || DEFAULT_LOGGERS.has(event.logger)) return []
  return [{ name: 'logger', value: event.logger, reason: 'The same words of two loggers are two messages.' }]
}
