import { useNavigate } from '@tanstack/react-router'
import type { GroupingRules } from '../../../lib/api.ts'
import { useGroupingRuns } from '../../../lib/grouping-run-queries.ts'
import { LeaveGuard } from '../../../ui/leave-guard.tsx'
import type { GroupingState } from './grouping-state.ts'
import { RulesForm } from './rules-form.tsx'
import { RunList } from './run-list.tsx'
import { RunView } from './run-view.tsx'
import { useRulesDraft } from './use-rules-draft.ts'

interface GroupingLabProps {
  slug: string
  saved: GroupingRules
  state: GroupingState
  onReload: () => void
}

/** Where rules are written, tried and applied. */
export function GroupingLab({ slug, saved, state, onReload }: GroupingLabProps) {
  const draft = useRulesDraft(saved.rules, state.add)
  const runs = useGroupingRuns(slug)
  const navigate = useNavigate()
  const show = (number: number): void =>
    void navigate({
      to: '/projects/$slug/grouping',
      params: { slug },
      search: (all) => ({ ...all, run: String(number) }),
      resetScroll: false,
    })
  return (
    <>
      <RulesForm
        slug={slug}
        version={saved.version}
        draft={draft}
        running={runs.data?.items.find((run) => run.state === 'running')}
        onStarted={show}
        onReload={onReload}
      />
      {state.run !== undefined && (
        <RunView key={state.run} slug={slug} number={Number(state.run)} draft={draft} />
      )}
      <RunList slug={slug} runs={runs} shown={state.run} />
      <LeaveGuard isOn={draft.isChanged} />
    </>
  )
}
