import type { Event } from './options.ts'

/** People read where a file is in their program, not where the program is on a machine; the whole path stays beside it. */
export function shortenPaths(event: Pick<Event, 'exception'>, folder: string | undefined): void {
  if (folder === undefined) return
  const start = /[\\/]$/.test(folder) ? folder : `${folder}${folder.includes('\\') ? '\\' : '/'}`
  const frames = (event.exception?.values ?? []).flatMap(({ stacktrace }) => stacktrace?.frames ?? [])
  for (const frame of frames) {
    if (frame.abs_path !== undefined || frame.filename?.startsWith(start) !== true) continue
    frame.abs_path = frame.filename
    frame.filename = frame.filename.slice(start.length)
  }
}
