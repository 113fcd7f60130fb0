import type { Event, Exception, Frame } from '../event/event.ts'
import { messageText } from './message-text.ts'

const VARIABLE = /\{\{ {0,8}([\w.:-]{1,200}) {0,8}\}\}/g

/** What variables may add to an entry: one of a megabyte can name a long message forty thousand times. */
const MAX_FILLED = 2_000

/** "{{ default }}", with or without the spaces. */
export function isDefault(entry: string): boolean {
  return /^\s*\{\{\s*default\s*\}\}\s*$/.test(entry.slice(0, 100))
}

/** Replaces {{ transaction }} and the like; a variable that we do not know stays as it was written. */
export function fillVariables(entry: string, event: Event): string {
  if (!entry.includes('{{')) return entry
  let left = MAX_FILLED
  return entry.replace(VARIABLE, (text, name: string) => {
    const value = valueOf(name, event)
    if (value === UNKNOWN) return text
    const filled = (value || `<no-${name.replace(/^.*\./, '')}>`).slice(0, left)
    left -= filled.length
    return filled
  })
}

const UNKNOWN = Symbol('unknown variable')

function valueOf(name: string, event: Event): string | undefined | typeof UNKNOWN {
  if (name.startsWith('tags.')) return tagOf(event, name.slice('tags.'.length))
  const exception = event.exception?.values.at(-1)
  switch (name) {
    case 'transaction':
      return event.transaction
    case 'message':
      return messageText(event)
    case 'level':
      return event.level
    case 'logger':
      return event.logger
    case 'type':
    case 'error.type':
      return exception?.type
    case 'value':
    case 'error.value':
      return exception?.value
    default:
      return frameValue(name, innermost(exception))
  }
}

function tagOf(event: Event, key: string): string | undefined {
  return event.tags && Object.hasOwn(event.tags, key) ? event.tags[key] : undefined
}

function frameValue(name: string, frame: Frame | undefined): string | undefined | typeof UNKNOWN {
  switch (name) {
    case 'function':
    case 'stack.function':
      return frame?.function
    case 'path':
    case 'stack.abs_path':
      return frame?.abs_path ?? frame?.filename
    case 'stack.filename':
      return frame?.filename
    case 'module':
    case 'stack.module':
      return frame?.module
    case 'package':
    case 'stack.package':
      return frame?.package
    default:
      return UNKNOWN
  }
}

function innermost(exception: Exception | undefined): Frame | undefined {
  const frames = exception?.stacktrace?.frames ?? []
  return frames.findLast((frame) => frame.in_app !== false) ?? frames.at(-1)
}
