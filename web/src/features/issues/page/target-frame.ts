import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Call } from './fold-frames.ts'

/** The frame that the URL points at, if it is in this stack: `#frame-<stack>-<frame>`. */
export function useTargetFrame(stack: number): number | undefined {
  const hash = useLocation({ select: (location) => location.hash })
  const [, inStack, frame] = /^frame-(\d+)-(\d+)$/.exec(hash) ?? []
  return frame !== undefined && Number(inStack) === stack ? Number(frame) : undefined
}

/** Equal calls in a row are told in one line, which stands for each of them. */
export function standsFor({ index, times }: Call, frame: number | undefined): boolean {
  return frame !== undefined && frame >= index && frame < index + times
}

/** Brings what is pointed at into sight, whatever it is folded into, and gives it the focus. */
export function useReveal(isTarget: boolean) {
  const element = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!isTarget || element.current === null) return
    const inner = element.current.querySelector('summary')
    for (let at: Element | null | undefined = inner ?? element.current; at; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true
    }
    element.current.scrollIntoView({ block: 'center' })
    ;(inner ?? element.current).focus({ preventScroll: true })
  }, [isTarget])
  return element
}
