import type { Language } from './language.ts'
import { cleanPath } from './path.ts'
import type { JudgedFrame } from './verdict.ts'

/**
 * Who wrote the code of a frame. 'outside' is the SDK's word alone (in_app false) and gives way when nothing
 * else is left; 'library' and 'runtime' are our reading of the path, which SDKs get wrong: old Python ones
 * call installed packages in-app, minified browser code is in-app throughout.
 */
export type Origin = 'app' | 'outside' | 'library' | 'runtime'

export function readOrigin(frame: JudgedFrame, language: Language): Origin {
  const owner = frame.verdict?.owner
  // The project knows: unlike the SDK's word, its own never gives way.
  if (owner !== undefined) return owner.isOurs ? 'app' : 'library'
  const path = cleanPath(frame.abs_path ?? frame.filename ?? '')
  // Of a native frame often only the program or library is known.
  const image = frame.package?.includes('/') || frame.package?.includes('\\') ? cleanPath(frame.package) : ''
  if (language.runtimePath?.test(path) || (image && language.runtimePath?.test(image))) return 'runtime'
  if (language.libraryPath?.test(path)) return 'library'
  if (frame.function && language.isRuntimeFunction?.(frame.function.slice(0, 300))) return 'runtime'
  if (frame.module !== undefined && language.libraryModule?.test(frame.module)) return 'library'
  if (path === '' && frame.module === undefined && frame.function === undefined) return 'runtime'
  return saidInApp(frame) === false ? 'outside' : 'app'
}

/** What the SDK says: of a stored frame, where we decided otherwise, that is kept beside our decision. */
export function saidInApp(frame: JudgedFrame): boolean | undefined {
  return frame.client_in_app ?? frame.in_app
}
