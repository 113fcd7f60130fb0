import type { Frame } from '../../event/event.ts'
import type { Language } from './language.ts'
import { nameClass } from './languages/jvm.ts'
import { moduleOfPath } from './path.ts'

/** Names beyond this are generated; the end of one is not read. */
const MAX_NAME = 300

export function moduleName(frame: Frame, language: Language): string {
  const module = frame.module?.slice(0, MAX_NAME)
  // Python's entry script is "__main__" whatever its file is called.
  if (language.modules && module && module !== '__main__') return nameClass(module)
  const path = language.modules ? (frame.filename ?? frame.abs_path) : (frame.abs_path ?? frame.filename)
  return path ? moduleOfPath(path) : (module ?? frame.package?.slice(-MAX_NAME) ?? '')
}

export function functionName(frame: Frame, language: Language): string {
  return frame.function ? language.nameFunction(frame.function.slice(0, MAX_NAME)) : ''
}
