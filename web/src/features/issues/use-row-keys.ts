import { useEnter, useKey } from '../../ui/use-key.ts'
import type { IssueCommand } from '../../lib/api.ts'

interface RowKeys {
  move: (by: 1 | -1) => void
  open: () => void
  toggle: (withRange: boolean) => void
  act: (kind: IssueCommand['kind']) => void
  clear: () => void
}

/** The list's keys; none of them fires while somebody types. */
export function useRowKeys({ move, open, toggle, act, clear }: RowKeys): void {
  useKey('j', () => move(1))
  useKey('k', () => move(-1))
  useKey('o', open)
  useEnter(open)
  useKey('x', () => toggle(false))
  useKey('shift+x', () => toggle(true))
  useKey('r', () => act('resolve'))
  useKey('e', () => act('archive'))
  useKey('escape', clear)
}
