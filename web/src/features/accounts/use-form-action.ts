import { useState, type FormEvent } from 'react'
import { ApiError } from '../../lib/api.ts'

/** Sends a form's texts to the server; what it refuses is shown at its field, or above the form. */
export function useFormAction(send: (values: Record<string, string>) => Promise<void>) {
  const [isSending, setIsSending] = useState(false)
  const [error, setError] = useState<ApiError>()
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    setIsSending(true)
    try {
      await send(textsOf(event.currentTarget))
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure
      setError(failure)
    } finally {
      setIsSending(false)
    }
  }
  const hasFields = error !== undefined && Object.keys(error.fields).length > 0
  return {
    isSending,
    code: error?.code,
    fields: error?.fields ?? {},
    message: hasFields ? undefined : error?.message,
    onSubmit: (event: FormEvent<HTMLFormElement>) => void submit(event),
  }
}

function textsOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]),
  )
}
