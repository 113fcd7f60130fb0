import type { Language } from '../language.ts'

export const python: Language = {
  modules: true,
  skipped: {
    // Python 3.12 inlined comprehensions: the same bug has one frame less there.
    functions: /^<(?:listcomp|setcomp|dictcomp|genexpr)>$/,
    why: 'a comprehension, which newer versions of Python run inside its function',
  },
  runtimePath:
    /^<frozen |\/lib\/(?:pypy|python)\d(?:\.\d+)?\/(?!(?:site|dist)-packages\/)|\/python\d+\.zip\//,
  libraryPath: /(?:^|\/)(?:site|dist)-packages\//,
  nameFunction: (raw) =>
    raw === '<lambda>' || raw === '<module>' ? '' : raw.slice(raw.lastIndexOf('.') + 1),
}
