import type { Event } from '../../../server/src/domain/event/event.ts'
import { allFrames } from './all-frames.ts'
import { bugsinkLike } from './bugsink-like.ts'
import { glitchtipLike } from './glitchtip-like.ts'
import { innermostFrame } from './innermost-frame.ts'
import { typeAndMessage } from './type-and-message.ts'

/** How others group, written from their descriptions. Each gives the name of the group. */
export const baselines: Record<string, (event: Event) => string> = {
  'type and message': typeAndMessage,
  'all in-app frames': allFrames,
  'innermost frame': innermostFrame,
  'Bugsink-like': bugsinkLike,
  'GlitchTip-like': glitchtipLike,
}
