import type { IncomingMessage, ServerResponse } from 'node:http'
import { Refusal } from '../refusals/refusal.ts'
import { sendRefusal } from '../reply.ts'

/** What is wrong with a form, by field. */
export class FormErrors extends Refusal {
  readonly errors: Record<string, string[]>

  constructor(errors: Record<string, string[]>) {
    super(400, `The form is not filled in correctly: ${Object.keys(errors).join(', ')}.`)
    this.errors = errors
  }
}

/** The old dialogs, which sent their form as if they loaded a script, read what is wrong from a header. */
export function sendFormErrors(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const context = JSON.stringify(
    refusal instanceof FormErrors ? { errors: refusal.errors } : { detail: refusal.message },
  )
  const isScript = request.headers.accept?.includes('text/javascript') ?? false
  const form = isScript
    ? { body: '', headers: { 'X-Sentry-Context': context.replaceAll(/[^\x20-\x7e]/g, '?') } }
    : { body: context }
  sendRefusal(request, response, refusal, form)
}
