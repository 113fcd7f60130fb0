import { useNavigate, useSearch } from '@tanstack/react-router'
import { useStored } from '../../../lib/use-stored.ts'
import { readStackState, type StackOrder, type StackState } from './stack-state.ts'

/** What the URL says about stack traces; the order is also remembered for pages whose URL does not say. */
export function useStackState() {
  const navigate = useNavigate()
  const { stack, order } = readStackState(useSearch({ strict: false }))
  const [remembered, remember] = useStored('stack-order', 'newest')
  const change = (changes: StackState): void =>
    void navigate({
      to: '.',
      search: (all) => ({ ...all, ...changes }),
      state: true,
      replace: true,
      resetScroll: false,
    })
  return {
    view: stack ?? 'app',
    order: order ?? (remembered === 'oldest' ? 'oldest' : 'newest'),
    setView: (view: string) => change({ stack: readStackState({ stack: view }).stack }),
    setOrder: (next: StackOrder) => {
      remember(next)
      change({ order: next })
    },
  }
}
