/** What differs between languages when a frame is read. Patterns are tried on the path with forward slashes. */
export interface Language {
  /** The name as written in the source; '' for a function without a name. Some compilers move it into the class. */
  nameFunction(raw: string, module?: string): string
  /** Whether a module or class name identifies the file better than its path. */
  modules: boolean
  /** Whether modules are named by their way from the main program; a bare name then lies in its folder. */
  modulesFromProgram?: boolean
  /** The module of a program's entry, which says nothing: its file does. */
  entryModule?: string
  /** The file of such a module. */
  nameEntry?(path: string): string
  /** A module or class without what compilers and proxies append. */
  nameModule?(raw: string): string
  /** Frames that exist in some versions or engines of the language and not in others. */
  skipped?: { functions: RegExp; why: string }
  /** The function that raises: what it called afterwards handles the error. */
  raises?: RegExp
  /** Whether built-in functions have frames of their own, which carry the file and line of their caller. */
  builtInsAtCaller?: boolean
  /** The language itself: never the place of a bug. */
  runtimePath?: RegExp
  /** The same for frames that no path is known of. */
  isRuntimeFunction?(raw: string): boolean
  /** Other people's code. */
  libraryPath?: RegExp
  libraryModule?: RegExp
}
