/** What differs between languages when a frame is read. Patterns are tried on the path with forward slashes. */
export interface Language {
  /** The name as written in the source; '' for a function without a name. */
  nameFunction(raw: string): string
  /** Whether a module or class name identifies the file better than its path. */
  modules: boolean
  /** Frames that exist in some versions or engines of the language and not in others. */
  skipped?: { functions: RegExp; why: string }
  /** The language itself: never the place of a bug. */
  runtimePath?: RegExp
  /** Other people's code. */
  libraryPath?: RegExp
  libraryModule?: RegExp
}
