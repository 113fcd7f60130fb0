import type { Language } from '../language.ts'
import { moduleOfPath } from '../path.ts'

export const go: Language = {
  modules: true,
  entryModule: 'main',
  // The folder is the repository's, which is called as whoever cloned it liked; under cmd/ it is the program's.
  nameEntry: (path) =>
    /(?:^|\/)cmd\/[^/]+\/[^/]+$/.test(path) ? moduleOfPath(path) : moduleOfPath(path).replace(/^.*\//, ''),
  skipped: {
    // The SDK leaves out the runtime's part of a panic, so that a deferred recover() would look like its place.
    functions: /(?:^|[./])\w*[rR]ecover(?:y|er|ed)?(?:[A-Z]\w*)?(?:\.func[\d.]+)*$/,
    why: 'a function that recovers from a panic',
  },
  raises: /^(?:runtime\.)?(?:gopanic|sigpanic|panicmem|goPanic\w+)$/,
  runtimePath:
    /(?:^|\/)(?:go|golang)(?:-?\d[\d.]*)?\/(?:\d[\w.]*\/(?:x64\/|libexec\/)?)?src\/(?:runtime|internal|net|os|io|fmt|sync|syscall|reflect|errors|encoding|database|strconv|strings|bytes|time|context|crypto|bufio|sort|slices|maps|testing|text|html|math|regexp|log|path|mime|archive|compress|container|image|go|hash|unicode|embed|plugin|expvar|iter|unique|weak|vendor)\/|\/golang\.org\/toolchain@|^(?:runtime|internal|net|os|io|fmt|sync|syscall|reflect|errors|encoding|database|strconv|strings|bytes|time|context|crypto|bufio|sort|slices|maps|testing|text|html|regexp)\/[\w/]*\.go$|\/libexec\/src\/runtime\//,
  libraryPath: /\/pkg\/mod\/|(?:^|\/)vendor\/|^[\w.-]+\.[a-z]+\/.*@v\d/,
  nameModule: (raw) => raw.replace(/@v\d[^/]*/, '').replace(/^.*\/vendor\//, ''),
  nameFunction: nameGo,
}

function nameGo(raw: string): string {
  return (
    raw
      // The compiler numbers closures and its own wrappers in the order of the source.
      .replace(/(?:\.(?:func\d+|gowrap\d+|deferwrap\d+|\d+)|-range\d+|-fm)+$/, '')
      .replace(/\[[^\]]*\]/g, '')
      .replace(/@v\d[^/]*/, '')
      .replace(/^.*\//, '')
  )
}
