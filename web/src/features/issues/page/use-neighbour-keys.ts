import { useLocation, useNavigate } from '@tanstack/react-router'
import { useSign } from '../../../ui/use-key.ts'

/** Walks through the list from which the issue was opened, in the order that it had then. */
export function useNeighbourKeys(issueId: string): void {
  const navigate = useNavigate()
  const listed = useLocation({ select: ({ state }) => state.listed }) ?? []
  const at = listed.indexOf(issueId)
  const open = (neighbour: string | undefined): void => {
    if (at === -1 || neighbour === undefined) return
    void navigate({ to: '/issues/$issueId', params: { issueId: neighbour }, state: { listed } })
  }
  useSign('[', () => open(listed[at - 1]))
  useSign(']', () => open(listed[at + 1]))
}
