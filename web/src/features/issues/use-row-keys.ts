import { useHotkeys } from 'react-hotkeys-hook'

interface RowKeys {
  move(by: 1 | -1): void
  open(): void
  toggle(): void
  act(kind: 'resolve' | 'archive'): void
  clear(): void
}

/** The list's keys; none of them fires while somebody types. */
export function useRowKeys({ move, open, toggle, act, clear }: RowKeys): void {
  useHotkeys('j', () => move(1))
  useHotkeys('k', () => move(-1))
  useHotkeys('enter, o', (event) => {
    // Enter on a link or button is theirs.
    if (event.key !== 'Enter' || event.target === document.body) open()
  })
  useHotkeys('x', toggle)
  useHotkeys('r', () => act('resolve'))
  useHotkeys('e', () => act('archive'))
  useHotkeys('escape', clear)
}
