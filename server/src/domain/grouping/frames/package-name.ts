import type { Call } from './call.ts'
import { cleanPath } from './path.ts'

const INSTALLED =
  /.*\/(?:node_modules|bower_components|(?:site|dist)-packages|gems|vendor|mod|registry\/src\/[^/]+)\/(@[^/]+\/[^/]+|[^/]+)/

/** Whose code it is when none of ours is on the stack: the installed package, without its version. */
export function packageName(call: Call): string {
  const path = cleanPath(call.frame.abs_path ?? call.frame.filename ?? '')
  const installed = INSTALLED.exec(`/${path}`)?.[1]
  if (installed) return installed.replace(/[-@]v?\d+\..*$/, '').replace(/\.py$/, '')
  // Runtimes rename and split their own files between versions.
  if (call.origin === 'runtime') return 'runtime'
  return call.frame.module?.slice(0, 200).split(/[.:]/).slice(0, 2).join('.') ?? 'unknown'
}
