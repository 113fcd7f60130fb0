import { dialogProgram } from './dialog-program.ts'
import { dialogStyles } from './dialog-styles.ts'

/** By the names that the SDKs' `showReportDialog` gives them in the query; the page may say each in its own words. */
const defaultTexts = {
  title: 'Something went wrong.',
  subtitle: 'Those who look after this site know about it.',
  subtitle2: 'If you tell them what you did, they find the cause sooner.',
  labelName: 'Name',
  labelEmail: 'Email',
  labelComments: 'What happened?',
  labelClose: 'Close',
  labelSubmit: 'Send the report',
  errorGeneric: 'The report could not be sent. Please try again.',
  errorFormEntry: 'Please check what is marked below.',
  successMessage: 'Your report was sent. Thank you!',
}

const longestText = 500

/** The script of the crash-report dialog, with the texts and the visitor's name that the page gives. */
export function buildDialogScript(query: URLSearchParams): string {
  return buildScript(query, {})
}

const unknownDsn =
  'A report cannot be sent from this page: the DSN that it names is unknown or disabled. Those who look after the site find the right one on the page of their project.'

/** Says instead of the form that what it is filled with could be sent to nobody. */
export function buildNotice(query: URLSearchParams): string {
  return buildScript(query, { notice: unknownDsn })
}

function buildScript(query: URLSearchParams, more: { notice?: string }): string {
  const given = (name: string): string => (query.get(name) ?? '').slice(0, longestText)
  const texts = Object.fromEntries(
    Object.entries(defaultTexts).map(([name, text]) => [name, given(name) || text]),
  )
  const settings = { styles: dialogStyles, name: given('name'), email: given('email'), texts, ...more }
  return `${dialogProgram}(${JSON.stringify(settings).replaceAll(/[<>&\u2028\u2029]/g, escape)})\n`
}

/** Of what a query says nothing can end the script that it becomes a part of, wherever that is put. */
function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
