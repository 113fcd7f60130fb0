import type { IssueCommand } from '../../lib/api.ts'
import { useIssueCommand } from '../../lib/use-issue-command.ts'
import { useToast } from '../../ui/toasts.tsx'

type Kind = IssueCommand['kind']

const done: Record<Kind, string> = { resolve: 'resolved', archive: 'archived', reopen: 'reopened' }
const commandFor = { unresolved: 'reopen', resolved: 'resolve', archived: 'archive' } as const

interface Triaged {
  id: string
  status: keyof typeof commandFor
}

/**
 * Carries a command out on issues and says so at once; Undo gives each the status it had. What fails is said in
 * place of that, in the contrary words.
 */
export function useTriage() {
  const { mutateAsync } = useIssueCommand()
  const toast = useToast()
  async function run(issues: Triaged[], kind: Kind): Promise<void> {
    const what = issues.length === 1 ? '1 issue' : `${issues.length} issues`
    const back = () => attempt(() => undo(issues), `${notAll(issues)} put back`)
    toast({ text: `${what} ${done[kind]}`, undo: () => void back() })
    const ids = issues.map((issue) => issue.id)
    await attempt(() => mutateAsync({ ids, kind }), `${notAll(issues)} ${done[kind]}`)
  }
  async function undo(issues: Triaged[]): Promise<void> {
    for (const [status, kind] of Object.entries(commandFor)) {
      const ids = issues.filter((issue) => issue.status === status).map((issue) => issue.id)
      if (ids.length > 0) await mutateAsync({ ids, kind })
    }
  }
  async function attempt(work: () => Promise<unknown>, contrary: string): Promise<void> {
    try {
      await work()
    } catch (error) {
      toast({ text: `${contrary}: ${error instanceof Error ? error.message : String(error)}` })
    }
  }
  return (issues: Triaged[], kind: Kind) => {
    if (issues.length > 0) void run(issues, kind)
  }
}

function notAll({ length }: Triaged[]): string {
  return length === 1 ? '1 issue was not' : `Not all of ${length} issues were`
}
