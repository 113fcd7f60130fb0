import { useState } from 'react'

/** Which rows are ticked. With shift a whole run changes with its last. */
export function useSelection(ids: string[]) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [anchor, setAnchor] = useState<string>()
  function toggle(id: string, withRange = false): void {
    const isOn = !selected.has(id)
    const run = withRange && anchor !== undefined ? between(ids, anchor, id) : [id]
    const next = new Set(selected)
    for (const one of run) {
      if (isOn) next.add(one)
      else next.delete(one)
    }
    setSelected(next)
    setAnchor(id)
  }
  const toggleAll = () => setSelected(new Set(ids.every((id) => selected.has(id)) ? [] : ids))
  return { selected, toggle, toggleAll, clear: () => setSelected(new Set()) }
}

function between(ids: string[], a: string, b: string): string[] {
  const [from, to] = [ids.indexOf(a), ids.indexOf(b)].toSorted((x, y) => x - y)
  return from === undefined || to === undefined || from === -1 ? [b] : ids.slice(from, to + 1)
}
