import type { Frame } from '../../event/event.ts'
import { languageOf } from '../frames/languages/index.ts'
import { functionName, moduleName } from '../frames/module-name.ts'
import { cleanPath } from '../frames/path.ts'
import type { FrameField } from './rule.ts'

const longestText = 512

type Texts = Partial<Record<FrameField, string[]>>

/**
 * What a frame says under a field, in small letters: as the SDK sent it, and as our explanations write it, since
 * people copy from both. Each frame is read once.
 */
export function frameTexts(platform: string): (frame: Frame, field: FrameField) => string[] {
  const known = new Map<Frame, Texts>()
  return (frame, field) => {
    let texts = known.get(frame)
    if (texts === undefined) known.set(frame, (texts = {}))
    return (texts[field] ??= fold(readField(frame, field, platform)))
  }
}

/** Equal for frames of which every rule says the same. */
export function placeOf(frame: Frame): string {
  const { function: name, module, filename, abs_path: path, platform } = frame
  return `${name}\n${module}\n${filename}\n${path}\n${platform}`
}

function readField(frame: Frame, field: FrameField, platform: string): (string | undefined)[] {
  const language = languageOf(frame.platform ?? platform)
  if (field === 'function') return [frame.function, functionName(frame, language)]
  if (field === 'module') return [frame.module, moduleName(frame, language)]
  const { abs_path: path, filename } = frame
  return path === filename ? pathTexts(path) : [...pathTexts(path), ...pathTexts(filename)]
}

/** Also with a slash in front, so that a pattern for a folder anywhere finds the one that a path begins with. */
function pathTexts(path: string | undefined): string[] {
  if (path === undefined) return []
  const clean = cleanPath(path)
  return clean.startsWith('/') ? [clean] : [clean, `/${clean}`]
}

function fold(texts: (string | undefined)[]): string[] {
  const folded: string[] = []
  for (const text of texts) {
    if (text === undefined || text === '') continue
    const small = text.slice(0, longestText).toLowerCase()
    if (!folded.includes(small)) folded.push(small)
  }
  return folded
}
