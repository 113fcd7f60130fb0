import { useState } from 'react'

/** A choice that this browser remembers. */
export function useStored(name: string, fallback: string): [string, (value: string) => void] {
  const key = `mishap-${name}`
  const [value, setValue] = useState(() => localStorage.getItem(key) ?? fallback)
  return [
    value,
    (next) => {
      localStorage.setItem(key, next)
      setValue(next)
    },
  ]
}
