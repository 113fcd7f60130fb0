import { readEventId } from '../../domain/event/event-id.ts'
import { credentialsOfDsn, type Credentials } from '../credentials.ts'
import type { IngestTarget } from '../ingest-path.ts'
import { Refusal } from '../refusals/refusal.ts'
import { sendBytes, sendEmpty } from '../reply.ts'
import { buildDialogScript, buildNotice } from './dialog-script.ts'
import type { Endpoint, FindKey, Handover, Incoming } from './endpoint.ts'
import { FormErrors, sendFormErrors } from './form-errors.ts'
import { readText } from './read-text.ts'
import { userReportEnvelope } from './user-report.ts'

/** The crash-report dialog: a script that shows a form in the page, and the address that the form is sent to. */
export const errorPageEndpoint: Endpoint = {
  methods: ['GET', 'POST'],
  findCredentials: ({ query }) => readQuery(query).credentials,
  category: 'feedback',
  weight: 1,
  mostBytes: 64 * 1024,
  convert: readReport,
  sendAccepted: (response) => sendEmpty(response, 200),
  sendRefusal: sendFormErrors,
  sendPage,
}

/** A script whatever the query: anything else would be one more error in a page that has one already. */
async function sendPage(
  { query }: IngestTarget,
  response: Parameters<typeof sendBytes>[0],
  findKey: FindKey,
): Promise<void> {
  const reply = (status: number, script: string): void =>
    sendBytes(response, status, 'text/javascript; charset=utf-8', script)
  try {
    const { credentials } = readQuery(query)
    // Browsers run no script of another status than 200, and nobody would be told.
    reply(200, (await isInUse(credentials, findKey)) ? buildDialogScript(query) : buildNotice(query))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    reply(error.status, `/* ${error.message} */`)
  }
}

async function isInUse({ publicKey, projectId }: Credentials, findKey: FindKey): Promise<boolean> {
  const holder = await findKey(publicKey)
  return holder?.projectId === projectId && holder?.status === 'active'
}

function readQuery(query: URLSearchParams): { credentials: Credentials; eventId: string } {
  const dsn = query.get('dsn') ?? ''
  if (dsn === '') throw new Refusal(404, 'The query names no dsn.')
  const givenId = query.get('eventId') ?? ''
  if (givenId === '') throw new Refusal(400, 'The query names no eventId.')
  const credentials = credentialsOfDsn(dsn)
  if (credentials === undefined) throw new FormErrors({ dsn: ['This is not a DSN.'] })
  const eventId = readEventId(givenId)
  if (eventId === undefined) throw new FormErrors({ eventId: ['This is not the id of an event.'] })
  return { credentials, eventId }
}

const longestName = 128
const longestEmail = 254

function readReport(incoming: Incoming): Handover {
  const { eventId } = readQuery(incoming.target.query)
  const form = new URLSearchParams(readText(incoming))
  const field = (name: string): string => form.get(name)?.trim() ?? ''
  const report = {
    event_id: eventId,
    name: field('name'),
    email: field('email'),
    comments: field('comments'),
  }
  const errors = {
    ...complain('name', report.name, report.name.length <= longestName),
    ...complain('email', report.email, isEmail(report.email)),
    ...complain('comments', report.comments, true),
  }
  if (Object.keys(errors).length > 0) throw new FormErrors(errors)
  return userReportEnvelope(report)
}

function complain(name: string, value: string, isValid: boolean): Record<string, string[]> {
  if (value === '') return { [name]: ['This field is required.'] }
  return isValid ? {} : { [name]: [`Enter a valid ${name}.`] }
}

function isEmail(text: string): boolean {
  return text.length <= longestEmail && /^[^\s@]+@[^\s@]+$/.test(text)
}
