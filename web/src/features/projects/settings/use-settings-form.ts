import { useState, type FormEvent } from 'react'
import { ApiError, type VersionedSettings } from '../../../lib/api.ts'
import { useSaveProjectSettings } from '../../../lib/project-queries.ts'
import { draftOf, settingsOf, type AmountName, type Draft, type ListName, type SwitchName } from './draft.ts'

/** What the sections of the form need to show and change their fields. */
export interface SettingsForm {
  draft: Draft
  fields: Record<string, string>
  turn: (name: SwitchName, isOn: boolean) => void
  write: (name: ListName | AmountName, text: string) => void
}

/** Nothing is sent before somebody saves; what the server refuses stays at its field until it is changed. */
export function useSettingsForm(slug: string, saved: VersionedSettings) {
  const save = useSaveProjectSettings(slug)
  const [draft, setDraft] = useState(() => draftOf(saved))
  const [fields, setFields] = useState<Record<string, string>>({})
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(saved))
  const change = (next: Draft, name: string): void => {
    setDraft(next)
    save.reset()
    setFields((all) => Object.fromEntries(Object.entries(all).filter(([field]) => !isOf(field, name))))
  }
  const form: SettingsForm = {
    draft,
    fields,
    turn: (name, isOn) => change({ ...draft, switches: { ...draft.switches, [name]: isOn } }, name),
    write: (name, text) => change({ ...draft, texts: { ...draft.texts, [name]: text } }, name),
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const settings = settingsOf(draft)
    if ('fields' in settings) {
      setFields(settings.fields)
      return
    }
    save.mutate(
      { ...settings, version: saved.version },
      {
        onSuccess: (answer) => {
          setDraft(draftOf(answer))
          setFields({})
        },
        onError: (error) => setFields(error instanceof ApiError ? error.fields : {}),
      },
    )
  }
  return {
    form,
    isChanged,
    isSaving: save.isPending,
    isSaved: save.isSuccess && !isChanged,
    message: messageOf(save.error, fields),
    /** Somebody else saved meanwhile. */
    isStale: save.error instanceof ApiError && save.error.code === 'conflict',
    submit,
    discard: () => {
      setDraft(draftOf(saved))
      setFields({})
      save.reset()
    },
  }
}

function isOf(field: string, name: string): boolean {
  return field === name || field.startsWith(`${name}.`)
}

function messageOf(error: Error | null, fields: Record<string, string>): string | undefined {
  const wrong = new Set(Object.keys(fields).map((field) => field.replace(/\.\d+$/, ''))).size
  if (wrong > 0) return wrong === 1 ? 'One field is wrong.' : `${wrong} fields are wrong.`
  return error === null ? undefined : error.message
}
