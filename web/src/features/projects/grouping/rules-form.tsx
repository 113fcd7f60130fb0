import { useRef, useState } from 'react'
import type { GroupingRun } from '../../../lib/api.ts'
import { ApplyDialog } from './apply-dialog.tsx'
import classes from './grouping.module.css'
import { RulesBar } from './rules-bar.tsx'
import { RulesEditor, type EditorHandle } from './rules-editor.tsx'
import { useCheckedRules } from './use-checked-rules.ts'
import { StartError } from './start-error.tsx'
import type { RulesDraft } from './use-rules-draft.ts'
import { useStartRun } from './use-start-run.ts'

interface RulesFormProps {
  slug: string
  /** Of the rules that are saved. */
  version: string
  draft: RulesDraft
  /** What is under way already. */
  running: GroupingRun | undefined
  onStarted: (number: number) => void
  onReload: () => void
}

/** Where rules are written, checked, tried and applied. */
export function RulesForm({ slug, version, draft, running, onStarted, onReload }: RulesFormProps) {
  const check = useCheckedRules(slug, draft.text)
  const editor = useRef<EditorHandle>(null)
  const [isAsking, setIsAsking] = useState(false)
  const start = useStartRun({
    slug,
    rules: draft.text,
    version,
    onStarted: (number) => {
      setIsAsking(false)
      onStarted(number)
    },
  })
  const change = (act: () => void): void => {
    act()
    start.reset()
  }
  const [wrong] = check.errors
  /** Rules with errors are refused: instead, the first of them is gone to. */
  const unlessWrong = (act: () => void): void => (wrong === undefined ? act() : editor.current?.goTo(wrong))
  return (
    <section className={classes.form} aria-label="Rules">
      <RulesEditor
        ref={editor}
        text={draft.text}
        onWrite={(text) => change(() => draft.write(text))}
        check={check}
      />
      <RulesBar
        running={running}
        isTrying={start.pending === 'preview'}
        onTry={() => unlessWrong(() => start.go('preview'))}
        onApply={() => unlessWrong(() => setIsAsking(true))}
        isChanged={draft.isChanged}
        onDiscard={() => change(draft.discard)}
      />
      {!isAsking && <StartError start={start} onReload={onReload} />}
      {isAsking && (
        <ApplyDialog
          slug={slug}
          rules={draft.text}
          start={start}
          onReload={onReload}
          onClose={() => setIsAsking(false)}
        />
      )}
    </section>
  )
}
