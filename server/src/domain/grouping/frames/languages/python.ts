import type { Language } from '../language.ts'

export const python: Language = {
  modules: true,
  entryModule: '__main__',
  skipped: {
    // Python 3.12 inlined comprehensions: the same bug has one frame less there.
    functions: /^<(?:listcomp|setcomp|dictcomp|genexpr)>$/,
    why: 'a comprehension, which newer versions of Python run inside its function',
  },
  runtimePath:
    /^<(?:frozen |__array_function__)|\/lib(?:64)?\/(?:pypy|python)\d(?:\.\d+)?\/(?!(?:site|dist)-packages\/)|\/python\d+\.zip\/|\/Python\d{2,3}\/lib\/(?!site-packages\/)/i,
  libraryPath: /(?:^|\/)(?:site|dist)-packages\/|^\/var\/runtime\//,
  nameFunction: (raw) =>
    raw === '<lambda>' || raw === '<module>' ? '' : raw.slice(raw.lastIndexOf('.') + 1),
}
