import type { Language } from '../language.ts'

export const native: Language = {
  modules: false,
  skipped: {
    functions:
      /^(?:abort|raise|__pthread_kill|pthread_kill|__assert.*|_?_?cxa_throw|__cxa_\w+|objc_exception_throw|_objc_.*|std::terminate|malloc\w*|free|_sigtramp|start_thread|__libc_start_main|_start|thread_start|RaiseException|_CxxThrowException|swift_\w+|_swift_.*)$/,
    why: 'the machinery that raises or carries an error',
  },
  runtimePath:
    /^(?:\/usr\/lib\/|\/lib(?:64)?\/|\/System\/Library\/|[A-Za-z]:\/Windows\/)|\/\.pub-cache\/|^dart:/,
  libraryPath: /\/(?:Pods|Carthage|\.build\/checkouts)\//,
  nameFunction: nameNative,
}

function nameNative(raw: string): string {
  // A symbol server answered nothing; an address would be another group for every build.
  if (/^(?:<redacted>|<unknown>|\?\?|0x[0-9a-f]+|\(null\))$/i.test(raw)) return ''
  const block = /^_+\d+(.+?)_block_invoke(?:_\d+)?$/.exec(raw)
  return (block?.[1] ?? raw)
    .replace(/\.(?:cold|isra|part|constprop|llvm)(?:\.\d+)*/g, '')
    .replace(/^(?:closure #\d+ in |specialized |stub |partial apply for |@objc )+/, '')
    .replace(/\(anonymous namespace\)::/g, '')
    .replace(/<[^<>]*>/g, '')
    .replace(/\(.*$/, '')
}
