import { useToast } from './toasts.tsx'

/** Copies a text at a key, where no button can say that it did. */
export function useCopy(): (text: string, name: string) => void {
  const toast = useToast()
  return (text, name) => {
    // Without HTTPS there is no clipboard at all: that throws, and is said like any refusal.
    const copied = Promise.resolve().then(() => navigator.clipboard.writeText(text))
    copied.then(
      () => toast({ text: `Copied ${name}` }),
      () => toast({ text: `The browser did not let ${name} be copied.` }),
    )
  }
}
