import { expect } from 'vitest'
import type { ProjectInLab } from './lab.ts'

/** The client sent something, had a success each time, and says so itself where it can. */
export function expectSuccess(project: ProjectInLab, output = 'flushed: true'): void {
  expect(project.exchanges.map(({ items, status }) => ({ items, status }))).not.toEqual([])
  expect(project.exchanges.filter(({ status }) => status !== 200)).toEqual([])
  expect(output).toContain('flushed: true')
}
