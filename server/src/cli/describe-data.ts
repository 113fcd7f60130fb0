import type { Counts } from '../store/sqlite/read-counts.ts'

export function describeCounts({ projects, issues, events }: Counts): string {
  return [counted(projects, 'project'), counted(issues, 'issue'), counted(events, 'event')].join(', ')
}

export function describeBytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB`
}

function counted(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`
}
