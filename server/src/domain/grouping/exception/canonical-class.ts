import type { FingerprintPart } from '../grouping.ts'
import { firstLine } from '../template/first-line.ts'
import { findMasks } from '../template/mask.ts'
import { overflowParts } from './overflow.ts'
import type { ReadException } from './read-exception.ts'

interface CanonicalClass {
  name: string
  type?: RegExp
  message?: RegExp
  reason: string
}

/** Errors whose stack and wording depend on the browser, the network or the user, never on the line that failed. */
const CLASSES: CanonicalClass[] = [
  {
    name: 'chunk-load',
    type: /^ChunkLoadError$/,
    message:
      /^(?:ChunkLoadError|Loading (?:CSS )?chunk .{1,200} failed|Failed to fetch dynamically imported module|error loading dynamically imported module|Importing a module script failed|Unable to preload CSS for )/i,
    reason:
      'A part of the application could not be loaded, usually after a deployment; which part does not matter.',
  },
  {
    name: 'script-error',
    message: /^Script error\.?$/,
    reason: 'The browser hides errors of scripts from other origins: nothing else is known of it.',
  },
  {
    name: 'resize-observer',
    message: /^ResizeObserver loop (?:limit exceeded|completed with undelivered notifications)/,
    reason: 'The browser reports a delayed layout; no line of code threw it.',
  },
  {
    name: 'aborted',
    type: /^AbortError$/,
    message:
      /^(?:AbortError\b|The user aborted a request\.?|signal is aborted without reason|(?:The|This) operation was aborted\.? ?|Fetch is aborted\.?)$/,
    reason: 'A request was cancelled on purpose; where it was started does not matter.',
  },
  {
    name: 'overflow',
    type: /(?:^RecursionError|StackOverflowE\w+|^SystemStackError)$/,
    message:
      /^(?:Maximum call stack size exceeded|too much recursion|stack level too deep|Out of stack space)/,
    reason: 'A function called itself without end.',
  },
  {
    name: 'hydration',
    message:
      /^(?:Hydration failed because|There was an error while hydrating|Text content does(?: not|n't) match server-rendered|Hydration completed but contains mismatches|Minified React error #(?:418|419|421|422|423|425)\b)/,
    reason:
      'The page as rendered by the server and by the browser differ; React reports it in several wordings.',
  },
]

/** The parts of a canonical class's key; undefined for every other exception. */
export function canonicalParts(
  read: ReadException,
  transaction: string | undefined,
): FingerprintPart[] | undefined {
  const line = firstLine(read.value)
  const found = CLASSES.find(({ type, message }) => type?.test(read.type.slice(-100)) || message?.test(line))
  if (!found) return undefined
  const part: FingerprintPart = {
    name: 'class',
    value: found.name,
    reason: found.reason,
    exception: read.index,
  }
  if (found.name === 'overflow') return [part, ...overflowParts(read)]
  if (found.name === 'hydration' && transaction) return [part, pagePart(transaction)]
  return [part]
}

function pagePart(transaction: string): FingerprintPart {
  let value = transaction
  for (const mask of findMasks(transaction.slice(0, 200)).toReversed()) {
    if (mask.label !== 'path') value = value.slice(0, mask.from) + mask.text + value.slice(mask.to)
  }
  return { name: 'page', value, reason: 'Each page has its own differences to mend.' }
}
