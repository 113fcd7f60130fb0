import type { Event } from '../../../server/src/domain/event/event.ts'
import { titleOf } from './captured.ts'

/** As an older table of Sentry's has them: one alternative each, in this order, read in a single pass. */
const variables = new RegExp(
  [
    String.raw`(?<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)`,
    String.raw`(?<url>\b(?:https?|wss?|ftp|file|s3|gs):\/\/[^\s"'<>]+)`,
    String.raw`(?<ip>\b(?:\d{1,3}\.){3}\d{1,3}\b|\b(?:[\da-f]{1,4}:){7}[\da-f]{1,4}\b)`,
    String.raw`(?<uuid>\b[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b)`,
    String.raw`(?<sha1>\b[\da-f]{40}\b)`,
    String.raw`(?<md5>\b[\da-f]{32}\b)`,
    String.raw`(?<date>\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?\b|\b\d\d:\d\d:\d\d\b)`,
    String.raw`(?<duration>\b\d+(?:\.\d+)?(?:ms|s|m|h|d)\b)`,
    String.raw`(?<hex>\b0x[\da-f]+\b|\b(?=[\da-f]*\d)[\da-f]{8,}\b)`,
    String.raw`(?<float>-?\b\d+\.\d+\b)`,
    String.raw`(?<int>-?\b\d+\b)`,
    String.raw`(?<quoted>(?<==)(?:'[^']+'|"[^"]+"))`,
    String.raw`(?<bool>(?<==)(?:true|false)\b)`,
  ].join('|'),
  'gi',
)

/** The title with its variable parts masked; no frame counts. */
export function bugsinkLike(event: Event): string {
  return titleOf(event).replaceAll(variables, (...match) => {
    const groups: Record<string, string | undefined> = match.at(-1)
    return `<${Object.keys(groups).find((name) => groups[name] !== undefined)}>`
  })
}
