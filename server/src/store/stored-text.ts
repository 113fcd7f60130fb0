/**
 * A text that someone asks for, as it would have been cleaned before it was stored. PostgreSQL refuses a NUL even
 * in a question, and SQLite ends a pattern there.
 */
export function storedText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}
