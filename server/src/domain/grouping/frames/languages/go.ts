import type { Language } from '../language.ts'

export const go: Language = {
  modules: false,
  runtimePath: /\/usr\/local\/go\/src\/|\/go\d[\d.]*\/src\/|\/libexec\/src\/runtime\//,
  libraryPath: /\/pkg\/mod\/|\/vendor\//,
  nameFunction: nameGo,
}

function nameGo(raw: string): string {
  return (
    raw
      // The compiler numbers closures and its own wrappers in the order of the source.
      .replace(/(?:\.(?:func\d+|gowrap\d+|deferwrap\d+|\d+))+$/, '')
      .replace(/\[\.\.\.\]/g, '')
      .replace(/@v\d[^/]*/, '')
      .replace(/^.*\//, '')
  )
}
