import type { Language } from '../language.ts'

export const ruby: Language = {
  modules: false,
  builtInsAtCaller: true,
  runtimePath: /^<internal:|\/lib\/ruby\/(?:\d[\d.]*|site_ruby|vendor_ruby)\/(?!gems\/)/,
  libraryPath: /\/gems\/[^/]+-\d[^/]*\/|\/bundler\/gems\/|\/vendor\/bundle\/|\/lib\/bundler\//,
  nameFunction: nameRuby,
}

function nameRuby(raw: string): string {
  const name = raw
    .replace(/^(?:(?:block(?: \(\d+ levels\))?|rescue|ensure) in )+/, '')
    // Compiled templates carry the digest and the object id of the template.
    .replace(/__+\d+_\d+$/, '')
  if (name.startsWith('<')) return ''
  // Ruby 3.4 writes "Foo#bar" and "Foo.bar" where older ones wrote "bar".
  return name.slice(Math.max(name.lastIndexOf('#'), name.lastIndexOf('.')) + 1)
}
