import type { Language } from '../language.ts'
import { nameNative } from './name-native.ts'

/** C, C++, Objective-C, Swift, Dart and Rust: the Rust SDK calls its events native. */
export const native: Language = {
  modules: false,
  skipped: {
    functions: new RegExp(
      [
        // Raising and aborting.
        String.raw`^(?:abort|raise|gsignal|tgkill|__?pthread_kill\w*|__assert\w*|__fortify_fail|__stack_chk_fail|__libc_message|_?_?cxa_\w+|_Unwind_\w+|_CxxThrowException|RaiseException|RtlRaiseException|KiUserExceptionDispatcher|objc_exception_\w+|_objc_\w+|std::(?:__1::)?_?_?terminate\b.*|__terminate\b.*|-\[NSException raise\]|\+\[NSException raise.*|__exceptionPreprocess|swift_\w+|_swift_\w+|_assertionFailure\b.*|(?:Swift\.)?(?:_?fatalError\w*|assertionFailure|preconditionFailure)\b.*)$`,
        // Memory.
        String.raw`^(?:_?_?(?:libc_)?(?:malloc|calloc|realloc|free|memalign)(?:_\w+)?|operator (?:new|delete).*|nanov2_\w+|szone_\w+|tiny_\w+|je_\w+|_int_(?:malloc|free))$`,
        // Where threads and programs begin.
        String.raw`^(?:_?sigtramp|__restore_rt|<signal handler called>|start_thread|_?pthread_\w*start\w*|thread_start|__?clone3?|__libc_start\w*|_start|__rust_\w+|BaseThreadInitThunk|RtlUserThreadStart|__tmainCRTStartup|invoke_main|<asynchronous suspension>)$`,
        // Rust: a panic and who reports it.
        String.raw`^<?(?:__rustc::)?(?:_?rust_(?:begin_unwind|panic\w*)|(?:core|std)::(?:panicking|panic|rt|backtrace)::|std::sys|(?:core|alloc)::ops::function::|backtrace(?:_rs)?::|sentry(?:_(?:panic|core|backtrace|anyhow|log|slog|tracing|tower|actix|contexts|types|debug_images))?::|log::__private_api|tracing(?:_core)?::|anyhow::|eyre::)`,
        // Swift's thunks come and go with optimisation.
        String.raw`^(?:reabstraction thunk|thunk for |partial apply forwarder|outlined |merged thunk)`,
      ].join('|'),
    ),
    why: 'the machinery that raises, carries or reports an error',
  },
  raises:
    /^(?:(?:__rustc::)?rust_begin_unwind|_?_?cxa_throw|_CxxThrowException|objc_exception_throw|_?sigtramp|__restore_rt|<signal handler called>|KiUserExceptionDispatcher)/,
  runtimePath:
    /^(?:\/usr\/(?:lib|include)(?:32|64)?\/|\/lib(?:32|64)?\/|\/System\/|\/apex\/|\/system\/(?:lib|framework)|[A-Za-z]:\/Windows\/|\/Applications\/Xcode|dart:|org-dartlang-sdk:|\.\.?\/(?:csu|nptl|sysdeps|misc|malloc|stdlib|signal)\/)|\/rustc\/[0-9a-f]+\/|\/rustlib\/src\/|\/sysdeps\//i,
  libraryPath:
    /\/\.pub-cache\/|^package:flutter(?:_\w+)?\/|\/(?:Pods|Carthage|\.build\/checkouts|SourcePackages\/checkouts|third_party|vcpkg_installed|_deps)\/|\/\.?cargo\/(?:registry|git)\//,
  isRuntimeFunction: (raw) =>
    /^(?:std|core|alloc|__gnu_cxx|__cxxabiv1|Swift|dyn (?:core|std))(?:::|\.)/.test(nameNative(raw)),
  nameFunction: nameNative,
}
