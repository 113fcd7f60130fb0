import type { IssueCommand } from '../../lib/api.ts'
import { useIssueCommand } from '../../lib/queries.ts'
import { useToast } from '../../ui/toasts.tsx'

type Kind = IssueCommand['kind']

const done: Record<Kind, string> = { resolve: 'resolved', archive: 'archived', reopen: 'reopened' }
const commandFor = { unresolved: 'reopen', resolved: 'resolve', archived: 'archive' } as const

interface Triaged {
  id: string
  status: keyof typeof commandFor
}

/** Carries a command out on issues and says so; Undo gives each the status it had. */
export function useTriage() {
  const { mutateAsync } = useIssueCommand()
  const toast = useToast()
  async function run(issues: Triaged[], kind: Kind): Promise<void> {
    try {
      await mutateAsync({ ids: issues.map((issue) => issue.id), kind })
      const what = issues.length === 1 ? '1 issue' : `${issues.length} issues`
      toast({ text: `${what} ${done[kind]}`, undo: () => void undo(issues) })
    } catch (error) {
      toast({ text: error instanceof Error ? error.message : String(error) })
    }
  }
  async function undo(issues: Triaged[]): Promise<void> {
    for (const { id, status } of issues) await mutateAsync({ ids: [id], kind: commandFor[status] })
  }
  return (issues: Triaged[], kind: Kind) => void run(issues, kind)
}
