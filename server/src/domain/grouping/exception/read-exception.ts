import type { Event, Exception, Frame } from '../../event/event.ts'
import { withoutFetchWrappers } from '../frames/fetch-wrappers.ts'
import { isJavascript } from '../frames/languages/index.ts'
import { readStack, type Stack } from '../frames/read-stack.ts'
import { buildTemplate } from '../template/build-template.ts'
import type { Template } from '../template/template.ts'
import { throwingSources } from '../template/throwing-source.ts'

export interface ReadException {
  /** Index into the event's exceptions. */
  index: number
  /** '' when the SDK made it up. */
  type: string
  value: string
  platform: string
  stack: Stack
  template: Template
}

export function readException(event: Event, exception: Exception, index: number): ReadException {
  // A synthetic exception was never thrown: its type is the SDK's, and changes with its version.
  const type = exception.mechanism?.synthetic ? '' : (exception.type ?? '')
  const value = exception.value ?? ''
  const stack = readStack(framesOf(event, exception, index), event.platform, event.level === 'fatal')
  const template = buildTemplate({
    type,
    value,
    javascript: isJavascript(event.platform),
    sources: throwingSources(stack),
  })
  const isFetch = template.engine && template.text === 'network-failure'
  return {
    index,
    type,
    value,
    platform: event.platform,
    stack: isFetch ? withoutFetchWrappers(stack) : stack,
    template,
  }
}

/** Some SDKs send the stack of a captured exception with its thread. */
function framesOf(event: Event, exception: Exception, index: number): Frame[] {
  if (exception.stacktrace) return exception.stacktrace.frames
  const isCaptured = index === (event.exception?.values.length ?? 0) - 1
  return (isCaptured && threadFrames(event, exception.thread_id)) || []
}

/** The frames of the thread that failed. */
export function threadFrames(event: Event, threadId?: string): Frame[] | undefined {
  const threads = event.threads?.values.filter((thread) => thread.stacktrace) ?? []
  const failed =
    threads.find((thread) => threadId !== undefined && thread.id === threadId) ??
    threads.find((thread) => thread.crashed) ??
    threads.find((thread) => thread.current) ??
    (threads.length === 1 ? threads[0] : undefined)
  return failed?.stacktrace?.frames
}
