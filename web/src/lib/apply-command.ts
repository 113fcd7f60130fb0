import type { IssueCommand, IssueList, IssueSummary } from './api.ts'

type Kind = IssueCommand['kind']
type State = Pick<IssueSummary, 'status' | 'statusReason'>

const after: Record<Kind, State> = {
  resolve: { status: 'resolved', statusReason: 'resolved' },
  archive: { status: 'archived', statusReason: 'archived' },
  reopen: { status: 'unresolved', statusReason: 'ongoing' },
}

/** The issue as it will be once the server has carried the command out. */
export function applyCommand<Issue extends IssueSummary>(issue: Issue, kind: Kind): Issue {
  const next = after[kind]
  return issue.status === next.status ? issue : { ...issue, ...next }
}

/** The list that `query` will find once the command is carried out: issues leave it, none enter. */
export function applyToList(list: IssueList, ids: string[], kind: Kind, query = ''): IssueList {
  const items = list.items.map((issue) => (ids.includes(issue.id) ? applyCommand(issue, kind) : issue))
  return { ...list, items: items.filter((issue) => !ids.includes(issue.id) || belongs(issue, query)) }
}

function belongs({ status, statusReason }: IssueSummary, query: string): boolean {
  const wanted = [
    ...query.matchAll(/(?<!\S)is:(unresolved|resolved|archived|new|ongoing|regressed)(?!\S)/g),
  ].map(([, word]) => word)
  return wanted.every((word) => word === status || word === statusReason)
}
