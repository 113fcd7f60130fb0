import { expect } from 'vitest'
import type { ProjectInLab } from './lab.ts'

/** The client sent something, had a success each time, and says so itself where it can. */
export function expectSuccess(project: ProjectInLab, output = 'flushed: true'): void {
  expect(project.exchanges.length, 'requests').toBeGreaterThan(0)
  const failed = project.exchanges.filter(({ status }) => status !== 200)
  const replies = failed.map(({ status, path, headers }) =>
    [status, path, headers['x-sentry-error']].join(' '),
  )
  expect(replies).toEqual([])
  expect(output).toContain('flushed: true')
}
