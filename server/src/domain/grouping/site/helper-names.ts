import type { Call } from '../frames/call.ts'

/**
 * Functions that raise or pass on errors on behalf of their caller: where such a one stands says nothing about
 * the bug. Like the prefix list of Mozilla's crash signatures.
 */
const WHOLE_NAMES = new Set(
  (
    'invariant require fail panic unwrap unreachable request call invoke query execute send dispatch emit apply ' +
    'run inner wrapper wrapped decorated decorator get post put patch insert select update save then next one first last all findAll findFirst findUnique findOne findById findByPk getById'
  ).split(' '),
)

/** As a first word: "fetchJson", "assert_equal", but neither "checkout" nor "handler". */
const FIRST_WORDS =
  /^(?:assert|ensure|check|expect|must|raise|throw|fetch|http|retry|wrap|handle|log|report|capture|parse|decode|with)(?:$|[A-Z\d_])/

/** "findOrFail", "get_or_404", "save!": whoever asked wants the error. */
const LAST_WORDS = /(?:Or(?:Fail|Throw|Die|Panic|Error|Raise)|_or_(?:fail|throw|die|panic|raise|404)|!)$/

/** Of a call, the project's rules may say so as well. */
export function isHelperCall(call: Call): boolean {
  return call.frame.verdict?.helper !== undefined || isHelper(call.name)
}

export function isHelper(name: string): boolean {
  const bare = name.replace(/^[_#$]+/, '')
  const last = bare.slice(Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(':')) + 1)
  return WHOLE_NAMES.has(last) || FIRST_WORDS.test(last) || LAST_WORDS.test(last)
}
