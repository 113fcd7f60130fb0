import { languageOf } from './languages/index.ts'
import { functionName, moduleName } from './module-name.ts'
import { readOrigin, saidInApp, type Origin } from './origin.ts'
import type { JudgedFrame } from './verdict.ts'

export interface KnownFrame {
  origin: Origin
  /** '' for code that is surely not the application's: only its own is ever named in a key. */
  name: string
  module: string
}

const MOST = 4000
const LONGEST = 600

/** The frames of a program are few and come again with every event; reading their paths and names is what costs. */
const known = new Map<string, KnownFrame>()

/** What is known of a frame, from all that decides it. */
export function readFrame(frame: JudgedFrame, platform: string): KnownFrame {
  const key = keyOf(frame, platform)
  // What a project's rules say of a frame holds for that project alone.
  if (frame.verdict !== undefined || key.length > LONGEST) return inspect(frame, platform)
  const same = known.get(key)
  if (same) return same
  if (known.size >= MOST) known.clear()
  const read = inspect(frame, platform)
  known.set(key, read)
  return read
}

function keyOf(frame: JudgedFrame, platform: string): string {
  const { module = '', abs_path = '', filename = '', function: name = '' } = frame
  // Lengths keep the borders: a frame must never be taken for another one because of what somebody put into it.
  const borders = `${module.length} ${abs_path.length} ${filename.length} ${name.length} ${saidInApp(frame)}`
  const isGiven = `${frame.module !== undefined} ${frame.abs_path !== undefined} ${frame.function !== undefined}`
  return `${borders} ${isGiven} ${frame.platform ?? platform} ${module}${abs_path}${filename}${name}${frame.package ?? ''}`
}

function inspect(frame: JudgedFrame, platform: string): KnownFrame {
  const language = languageOf(frame.platform ?? platform)
  const origin = readOrigin(frame, language)
  if (origin !== 'app' && origin !== 'outside') return { origin, name: '', module: '' }
  return { origin, name: functionName(frame, language), module: moduleName(frame, language) }
}
