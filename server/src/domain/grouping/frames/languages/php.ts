import type { Language } from '../language.ts'

export const php: Language = {
  modules: false,
  libraryPath: /\/vendor\//,
  // PHP 8.4 writes the file and line of a closure into its name; anonymous classes carry their path.
  nameFunction: (raw) =>
    raw.includes('{closure') ? '' : raw.replace(/class@anonymous[^:]*/, 'class@anonymous'),
}
