import type { Template } from '../template/template.ts'

/** Words that any message may hold: they say that something went wrong, not what. */
const STOP_WORDS = new Set(
  (
    'error errors exception failed failure fail fails failing invalid not found timeout timed out request requests response status code ' +
    'unexpected unknown unable cannot can could was were has have had been does did is are the and for from with while into this that ' +
    'bad missing required exceeded denied refused connection connect to of in on at by an no internal server service operation value ' +
    'undefined null none nil object null-pointer argument arguments must should expected got received returned error occurred ' +
    'when one entity record row object resource item document model key field property id ' +
    'something went wrong access aborted cancelled canceled'
  ).split(' '),
)

/** Properties that every program reads in many places. */
const COMMON_MEMBERS = new Set(
  (
    'length map id name data then catch style props state type value key keys filter forEach push find reduce includes ' +
    'slice split indexOf toString replace trim join children target current get set call apply * '
  ).split(' '),
)

/** Engine messages that name nothing of the program at all. */
const BARE_ENGINE_WORDS = new Set([
  'json-parse',
  'json-cycle',
  'network-failure',
  'notiterable',
  'uninitialized',
  'readonly',
])

/** Whether a message could come from anywhere, so that the group needs more than it. */
export function isGeneric(template: Template): boolean {
  if (template.engine) {
    const [word = '', member = ''] = template.text.split(':')
    return BARE_ENGINE_WORDS.has(word) || COMMON_MEMBERS.has(member)
  }
  const words = template.text.match(/[\p{L}_][\p{L}\d_]*/gu) ?? []
  if (words.some((word) => word.length >= 12 || /\p{L}_/u.test(word))) return false
  const informative = words.filter((word) => word.length >= 3 && !STOP_WORDS.has(word))
  return new Set(informative).size < 2
}
