import type { Language } from '../language.ts'

export const php: Language = {
  modules: false,
  runtimePath: /^\[internal\]|^phar:/,
  libraryPath: /\/vendor\/|^vendor\//,
  nameFunction: namePhp,
}

function namePhp(raw: string): string {
  // PHP 8.4 writes the function and line of a closure into its name, older ones only its namespace.
  if (raw.includes('{closure')) return ''
  return (
    raw
      // An anonymous class is called after its file, line and order of loading.
      .replace(/@anonymous.*?(?=::|$)/, '@anonymous')
      .replace(/__TwigTemplate_[0-9a-f]+(?:___\d+)?/, '__TwigTemplate')
  )
}
