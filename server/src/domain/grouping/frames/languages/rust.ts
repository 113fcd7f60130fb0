import type { Language } from '../language.ts'

export const rust: Language = {
  modules: false,
  skipped: {
    functions:
      /^(?:_?rust_begin_unwind|rust_panic|__rust_.*|(?:core|std)::(?:panicking|panic|rt|result::unwrap_failed|option::(?:unwrap|expect)_failed).*|std::sys.*|<?(?:core|alloc)::ops::function::.*)$/,
    why: 'the machinery of a panic',
  },
  runtimePath: /\/rustc\/[0-9a-f]+\//,
  libraryPath: /\/\.cargo\/(?:registry|git)\//,
  nameFunction: (raw) =>
    raw
      .replace(/::h[0-9a-f]{16}$/, '')
      .replace(/(?:::\{\{closure\}\})+/g, '')
      .replace(/^<(?:impl )?([^<>]*?)(?: as [^<>]*)?>/, '$1'),
}
