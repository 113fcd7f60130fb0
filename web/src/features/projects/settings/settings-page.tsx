import { useEffect, useRef, useState } from 'react'
import type { VersionedSettings } from '../../../lib/api.ts'
import { useProject, useProjectSettings } from '../../../lib/project-queries.ts'
import { Failure } from '../../../ui/failure.tsx'
import { LeaveGuard } from '../../../ui/leave-guard.tsx'
import { usePageTitle } from '../../../ui/page-title.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { DsnKeys } from './dsn-keys.tsx'
import { FiltersSection } from './filters-section.tsx'
import { LimitsSection } from './limits-section.tsx'
import { SaveBar } from './save-bar.tsx'
import { ScrubbingSection } from './scrubbing-section.tsx'
import classes from './settings.module.css'
import { StorageSection } from './storage-section.tsx'
import { useSettingsForm } from './use-settings-form.ts'

/** What the project decides about the events that it is sent. */
export function SettingsPage({ slug }: { slug: string }) {
  const { project } = useProject(slug)
  usePageTitle(`Settings of ${project?.name ?? slug}`)
  const { data, error, refetch } = useProjectSettings(slug)
  const [loads, setLoads] = useState(0)
  // What was written here is thrown away with the form.
  const reload = (): void => void refetch().then(({ isSuccess }) => isSuccess && setLoads(loads + 1))
  return (
    <div className={classes.page}>
      <h1>Settings</h1>
      <p className={classes.muted}>
        They hold for events from now on. What is stored stays as it is, except for what Storage lets go.
      </p>
      <nav className={classes.parts} aria-label="On this page">
        <a href="#keys">DSN keys</a>
        <a href="#scrubbing">Scrubbing</a>
        <a href="#filters">Inbound filters</a>
        <a href="#limits">Limits</a>
        <a href="#storage">Storage</a>
      </nav>
      {error !== null && data === undefined && <Failure error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && (
        <Skeleton name="the settings" heights={[420, 640, 220, 280]} />
      )}
      <DsnKeys slug={slug} />
      {data !== undefined && <Form key={loads} slug={slug} saved={data} onReload={reload} />}
    </div>
  )
}

interface FormProps {
  slug: string
  saved: VersionedSettings
  onReload: () => void
}

function Form({ slug, saved, onReload }: FormProps) {
  const { form, isChanged, isSaving, isSaved, isStale, message, submit, discard } = useSettingsForm(
    slug,
    saved,
  )
  const element = useRef<HTMLFormElement>(null)
  const wrong = Object.keys(form.fields).join(' ')
  useEffect(() => {
    if (wrong !== '') element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [wrong])
  useEffect(() => {
    // The part that a link asks for was not there yet when the page was opened.
    const part = window.location.hash.slice(1)
    if (part !== '') document.getElementById(part)?.scrollIntoView()
  }, [])
  return (
    <form ref={element} className={classes.form} onSubmit={submit} noValidate>
      <ScrubbingSection form={form} />
      <FiltersSection form={form} />
      <LimitsSection form={form} />
      <StorageSection form={form} />
      <SaveBar
        isChanged={isChanged}
        isSaving={isSaving}
        isSaved={isSaved}
        message={message}
        onDiscard={discard}
        onReload={isStale ? onReload : undefined}
      />
      <LeaveGuard isOn={isChanged} />
    </form>
  )
}
