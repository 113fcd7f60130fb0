import { defaultEventBounds, type EventBounds } from '../domain/event/event-bounds.ts'
import { variable } from './variable.ts'
import * as kind from './variable-kinds.ts'

/** How large the parts of an event may be. What is beyond is cut, with a note that people see. */
export const eventVariables = {
  depthParsed: bound(
    'DEPTH_PARSED',
    kind.depth,
    'depthParsed',
    'The most levels of an event; one that is nested deeper is refused.',
  ),
  depthStored: bound(
    'DEPTH_STORED',
    kind.depth,
    'depthStored',
    'The most levels of a bag of data; what is deeper becomes text.',
  ),
  keysPerObject: bound('KEYS_PER_OBJECT', kind.positive, 'keysPerObject', 'The most keys of one object.'),
  keysPerEvent: bound('KEYS_PER_EVENT', kind.positive, 'keysPerEvent', 'The most keys of an event in all.'),
  tags: bound('TAGS', kind.positive, 'tags', 'The most tags of an event.'),
  tagKeyChars: bound('TAG_KEY_CHARS', kind.positive, 'tagKeyChars', 'The longest name of a tag.'),
  tagValueChars: bound('TAG_VALUE_CHARS', kind.positive, 'tagValueChars', 'The longest value of a tag.'),
  messageChars: bound(
    'MESSAGE_CHARS',
    kind.positive,
    'messageChars',
    'The longest message, also of an exception.',
  ),
  valueChars: bound('VALUE_CHARS', kind.positive, 'valueChars', 'The longest text in a bag of data.'),
  extraKeyChars: bound('EXTRA_KEY_CHARS', kind.positive, 'extraKeyChars', 'The most of one key of `extra`.'),
  extraChars: bound('EXTRA_CHARS', kind.positive, 'extraChars', 'The most of `extra` in all.'),
  frames: bound('FRAMES', kind.positive, 'frames', 'The most frames of a stack; its middle goes.'),
  breadcrumbs: bound('BREADCRUMBS', kind.positive, 'breadcrumbs', 'The most breadcrumbs; the oldest go.'),
  exceptions: bound('EXCEPTIONS', kind.positive, 'exceptions', 'The most exceptions of a chain.'),
  pastDays: bound(
    'PAST_DAYS',
    kind.positive,
    'pastDays',
    'The oldest that an event may say it is; otherwise it counts from its receipt.',
  ),
  futureSeconds: bound(
    'FUTURE_SECONDS',
    kind.count,
    'futureSeconds',
    'The furthest that an event may be in the future; otherwise it counts from its receipt.',
  ),
}

function bound(name: string, of: typeof kind.positive, key: keyof EventBounds, meaning: string) {
  return variable(`LIMIT_${name}`, of, String(defaultEventBounds[key]), meaning)
}
