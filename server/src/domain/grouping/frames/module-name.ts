import type { Frame } from '../../event/event.ts'
import type { Language } from './language.ts'
import { moduleOfPath } from './path.ts'

/** Names beyond this are generated; the end of one is not read. */
const MAX_NAME = 300

export function moduleName(frame: Frame, language: Language): string {
  const module = frame.module?.slice(0, MAX_NAME)
  if (language.modules && module && module !== language.entryModule) return nameOf(module, language)
  const path = language.modules ? (frame.filename ?? frame.abs_path) : (frame.abs_path ?? frame.filename)
  if (path && module === language.entryModule && language.nameEntry) return language.nameEntry(path)
  if (path) {
    const own = moduleOfPath(path)
    return language.modulesFromProgram && isBeside(own, module) ? own.slice(own.lastIndexOf('/') + 1) : own
  }
  // Of a native frame often only the program or library is known, which lies elsewhere on every machine.
  return module ? nameOf(module, language) : moduleOfPath(frame.package ?? '')
}

/** "index" is the name of too many files, also of such as lie outside the program's folder. */
function isBeside(path: string, module: string | undefined): boolean {
  return module !== undefined && module !== 'index' && path.endsWith(`/${module}`) && !module.includes('/')
}

function nameOf(module: string, language: Language): string {
  return language.nameModule ? language.nameModule(module) : module
}

export function functionName(frame: Frame, language: Language): string {
  if (!frame.function) return ''
  return language.nameFunction(frame.function.slice(0, MAX_NAME), frame.module?.slice(0, MAX_NAME))
}
