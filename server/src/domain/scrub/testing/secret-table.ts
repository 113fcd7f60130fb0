import type { Event, Json } from '../../event/event.ts'
import { startRandom } from './random.ts'
import { named, showing } from './secret-kinds.ts'

export interface SecretRow {
  title: string
  event: Partial<Event>
  secret: string
}

/** Every place of an event that holds a text. */
const textPlaces: Record<string, (text: string) => Partial<Event>> = {
  message: (text) => ({ logentry: { formatted: text } }),
  param: (text) => ({ logentry: { formatted: 'x', message: '%s', params: [text] } }),
  exception: (text) => ({ exception: { values: [{ type: 'Error', value: text }] } }),
  transaction: (text) => ({ transaction: text }),
  breadcrumb: (text) => ({ breadcrumbs: { values: [{ message: text }] } }),
  crumbData: (text) => ({ breadcrumbs: { values: [{ data: { arguments: [text] } }] } }),
  context: (text) => ({ contexts: { state: { last: text } } }),
  extra: (text) => ({ extra: { detail: [{ inner: text }] } }),
  tag: (text) => ({ tags: { detail: text } }),
  user: (text) => ({ user: { data: { note: text } } }),
  variable: (text) => frameWith({ vars: { line: text } }),
  header: (text) => ({ request: { headers: [['X-Detail', text]] } }),
  query: (text) => ({ request: { query_string: [['q', text]] } }),
  body: (text) => ({ request: { data: text } }),
  report: (text) => ({ csp: { original_policy: text } }),
  code: (text) => frameWith({ context_line: `send("${text.replaceAll('"', "'")}")` }),
}

/** Every place of an event that holds a value under a name of the client's. */
const namedPlaces: Record<string, (name: string, value: string) => Partial<Event>> = {
  headers: (name, value) => ({ request: { headers: [[name, value]] } }),
  cookies: (name, value) => ({ request: { cookies: [[name, value]] } }),
  query: (name, value) => ({ request: { query_string: [[name, value]] } }),
  body: (name, value) => ({ request: { data: { form: { [name]: value } } } }),
  pairs: (name, value) => ({ request: { data: [[name, value]] } }),
  labelled: (name, value) => ({ extra: { fields: [{ name, value }] } }),
  environment: (name, value) => ({ request: { env: { [name]: value } } }),
  breadcrumb: (name, value) => ({ breadcrumbs: { values: [{ data: { [name]: value } }] } }),
  context: (name, value) => ({ contexts: { state: { [name]: value } } }),
  extra: (name, value) => ({ extra: { a: { [name]: value } } }),
  tag: (name, value) => ({ tags: { [name]: value } }),
  user: (name, value) => ({ user: { data: { [name]: value } } }),
  variable: (name, value) => frameWith({ vars: { [name]: value } }),
}

/** How a name and a value are written in a text. */
const shapes: Record<string, (name: string, value: string) => string> = {
  assignment: (name, value) => `login failed: ${name}=${value} user=7`,
  line: (name, value) => `${name}: ${value}`,
  json: (name, value) => JSON.stringify({ page: 1, [name]: value }),
  jsonInJson: (name, value) => JSON.stringify({ body: JSON.stringify({ [name]: value }) }),
  url: (name, value) => `https://shop.example/a?page=2&${name}=${value}#top`,
  form: (name, value) => `page=2&${name}=${value}`,
}

/** Each kind of secret in each place and shape, `times` over with fresh digits. */
export function secretTable(times: number): SecretRow[] {
  const random = startRandom(7)
  return Array.from({ length: times }).flatMap(() => [
    ...Object.entries(showing).flatMap(([kind, make]) =>
      Object.entries(textPlaces).flatMap(([place, put]) => {
        const secret = make(random)
        const url = make(random)
        return [
          { title: `${kind} in ${place}`, event: put(`cannot use ${secret} here`), secret },
          {
            title: `${kind} in a URL in ${place}`,
            event: put(`https://a.example/?x=${url}&y=1`),
            secret: url,
          },
        ]
      }),
    ),
    ...Object.entries(named).flatMap(([name, make]) => [
      ...Object.entries(namedPlaces).map(([place, put]) => {
        const secret = make(random)
        return { title: `${name} in ${place}`, event: put(name, secret), secret }
      }),
      ...Object.entries(textPlaces).flatMap(([place, put]) =>
        Object.entries(shapes).map(([shape, write]) => {
          const secret = make(random)
          return { title: `${name} as ${shape} in ${place}`, event: put(write(name, secret)), secret }
        }),
      ),
    ]),
  ])
}

function frameWith(frame: { vars?: Record<string, Json>; context_line?: string }): Partial<Event> {
  return { exception: { values: [{ stacktrace: { frames: [{ filename: 'app.js', ...frame }] } }] } }
}
