import { Button } from '@mantine/core'
import { useState } from 'react'

const saidForMs = 2_000

/** Copies a text and says so. */
export function CopyButton({ text, label = 'Copy' }: { text: string | (() => string); label?: string }) {
  const [isCopied, setIsCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(typeof text === 'string' ? text : text())
    setIsCopied(true)
    setTimeout(() => setIsCopied(false), saidForMs)
  }
  return (
    <Button size="compact-sm" fz="xs" variant="default" onClick={() => void copy()}>
      <span aria-live="polite">{isCopied ? 'Copied' : label}</span>
    </Button>
  )
}
