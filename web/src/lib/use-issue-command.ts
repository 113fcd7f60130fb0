import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { IssueCommand, IssueDetail, IssueList, IssueListQuery } from './api.ts'
import { useApi } from './api-context.ts'
import { applyCommand, applyToList } from './apply-command.ts'

const shown = [['issues'], ['issue']]

interface Command {
  ids: string[]
  kind: IssueCommand['kind']
}

/** Carries a command out on some issues. The screens show it at once, and look again when it is done. */
export function useIssueCommand() {
  const api = useApi()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ ids, kind }: Command) => Promise.all(ids.map((id) => api.command(id, kind))),
    onMutate: async (command) => {
      await Promise.all(shown.map((queryKey) => client.cancelQueries({ queryKey })))
      const before = shown.flatMap((queryKey) => client.getQueriesData({ queryKey }))
      show(client, command)
      return before
    },
    // The next look says what is; it may fail, too.
    onError: (_error, _command, before) => {
      for (const [key, data] of before ?? []) client.setQueryData(key, data)
    },
    onSettled: () => {
      // Whoever waits for the command need not wait for this look.
      for (const queryKey of [...shown, ['issue-counts']]) void client.invalidateQueries({ queryKey })
    },
  })
}

function show(client: QueryClient, { ids, kind }: Command): void {
  for (const [key, list] of client.getQueriesData<IssueList>({ queryKey: ['issues'] })) {
    // The second part of the key is what was asked: see `useIssues`.
    const { query } = (key[1] ?? {}) as IssueListQuery
    if (list !== undefined) client.setQueryData(key, applyToList(list, ids, kind, query))
  }
  client.setQueriesData<IssueDetail>({ queryKey: ['issue'] }, (issue) =>
    issue !== undefined && ids.includes(issue.id) ? applyCommand(issue, kind) : issue,
  )
}
