import type { Event } from '../event/event.ts'
import type { ReadException } from './exception/read-exception.ts'
import { isMinified, survivingName } from './site/minified.ts'
import { shortPath } from './frames/path.ts'
import { findSite } from './site/find-site.ts'
import { firstLine } from './template/first-line.ts'

export interface Heading {
  title: string
  type: string
  value: string
  culprit: string
}

const MAX_TITLE = 250

/** Title and culprit of an exception, from the same choice as its key, so that they never disagree. */
export function exceptionHeading(event: Event, titled: ReadException, placed: ReadException): Heading {
  const value = firstLine(titled.value).slice(0, MAX_TITLE)
  const type = titled.type.slice(0, MAX_TITLE)
  const title = [type, value].filter((text) => text !== '').join(': ')
  return { title: title.slice(0, MAX_TITLE), type, value, culprit: siteCulprit(placed) || elsewhere(event) }
}

/** Title of a crash or a message, with the place that its stack shows, if it brought one. */
export function stackHeading(event: Event, message: string, thread: ReadException | undefined): Heading {
  const heading = messageHeading(event, message)
  return thread ? { ...heading, culprit: siteCulprit(thread) || heading.culprit } : heading
}

export function messageHeading(event: Event, message: string): Heading {
  const value = firstLine(message).slice(0, MAX_TITLE)
  return { title: value, type: '', value, culprit: elsewhere(event) }
}

function siteCulprit(read: ReadException): string {
  const site = findSite(read.stack)
  if (!site) return ''
  const file = shortPath(site.frame.filename ?? site.frame.abs_path ?? '') || site.module
  // A mangled name would be another one in the next build.
  const name = isMinified(site) ? survivingName(read.stack.calls)?.name : site.name
  if (!file) return name ?? ''
  return name ? `${file} in ${name}` : file
}

function elsewhere(event: Event): string {
  return event.transaction || event.logger || ''
}
