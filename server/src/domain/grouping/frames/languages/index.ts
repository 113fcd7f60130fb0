import type { Language } from '../language.ts'
import { dotnet } from './dotnet.ts'
import { elixir } from './elixir.ts'
import { go } from './go.ts'
import { javascript } from './javascript.ts'
import { jvm } from './jvm.ts'
import { native } from './native.ts'
import { php } from './php.ts'
import { python } from './python.ts'
import { ruby } from './ruby.ts'

const PLAIN: Language = { modules: false, nameFunction: (raw) => raw }

const LANGUAGES = new Map<string, Language>([
  ['javascript', javascript],
  ['node', javascript],
  ['bun', javascript],
  ['deno', javascript],
  ['python', python],
  ['ruby', ruby],
  ['java', jvm],
  ['kotlin', jvm],
  ['scala', jvm],
  ['android', jvm],
  ['groovy', jvm],
  ['clojure', jvm],
  ['go', go],
  ['rust', native],
  ['php', php],
  ['csharp', dotnet],
  ['dotnet', dotnet],
  ['unity', dotnet],
  ['elixir', elixir],
  ['erlang', elixir],
  ['native', native],
  ['cocoa', native],
  ['apple', native],
  ['ios', native],
  ['macos', native],
  ['watchos', native],
  ['tvos', native],
  ['swift', native],
  ['objc', native],
  ['c', native],
  ['cpp', native],
  ['dart', native],
  ['flutter', native],
])

export function languageOf(platform: string): Language {
  return LANGUAGES.get(platform) ?? PLAIN
}

export function isJavascript(platform: string): boolean {
  return languageOf(platform) === javascript
}
