export type EndpointName =
  | 'envelope'
  | 'store'
  | 'security'
  | 'attachments'
  | 'minidump'
  | 'nel'
  | 'cron'
  | 'otlp'
  | 'tunnel'
  | 'error-page'
  | 'user-feedback'
  | 'unknown'

export interface IngestTarget {
  endpoint: EndpointName
  /** Undefined where the path names none: the key or the DSN says whose it is. */
  projectId: number | undefined
  /** What else the path names. */
  params: { eventId?: string; slug?: string; key?: string; signal?: string; rest?: string }
  query: URLSearchParams
}

/** Nearly all requests are of this form. A DSN that ends with a slash makes clients double it. */
const envelopePath = /^\/+api\/+(\d{1,15})\/+envelope\/*$/

const project = String.raw`(?<projectId>\d{1,15})`

const rarePaths = [
  rarePath(`${project}/store`, 'store'),
  // Of clients from before projects stood in the path.
  rarePath('store', 'store'),
  rarePath(`${project}/(?:security|csp-report)`, 'security'),
  rarePath(`${project}/events/(?<eventId>[^/]+)/attachments`, 'attachments'),
  rarePath(`${project}/minidump`, 'minidump'),
  rarePath(`${project}/nel`, 'nel'),
  rarePath(`${project}/cron/(?<slug>[^/]+)(?:/(?<key>[^/]+))?`, 'cron'),
  rarePath(`${project}/(?:integration/)?otlp/v1/(?<signal>traces|logs|metrics)`, 'otlp'),
  rarePath('tunnel', 'tunnel'),
  rarePath('embed/error-page', 'error-page'),
  rarePath('0/projects/[^/]+/[^/]+/(?:user-feedback|user-reports)', 'user-feedback'),
  // Last: whatever else is sent to a project. None has the number 0, below which other APIs are.
  rarePath(String.raw`(?<projectId>[1-9]\d{0,14})/(?<rest>.+)`, 'unknown'),
]

/** What an ingest request is addressed to; undefined for everything that is not ingest. */
export function parseIngestPath(url: string): IngestTarget | undefined {
  const queryAt = url.indexOf('?')
  const path = queryAt === -1 ? url : url.slice(0, queryAt)
  const query = queryAt === -1 ? '' : url.slice(queryAt + 1)
  const match = envelopePath.exec(path)
  if (match === null) return parseRarePath(path, query)
  const projectId = Number(match[1])
  return { endpoint: 'envelope', projectId, params: noParams, query: new URLSearchParams(query) }
}

const noParams = {}

function parseRarePath(path: string, query: string): IngestTarget | undefined {
  if (!/^\/+api\//.test(path)) return undefined
  const plain = path.replaceAll(/\/{2,}/g, '/').replace(/\/$/, '')
  for (const { pattern, endpoint } of rarePaths) {
    const match = pattern.exec(plain)
    if (match === null) continue
    const { projectId, ...params } = match.groups ?? {}
    return {
      endpoint,
      projectId: projectId === undefined ? undefined : Number(projectId),
      params,
      query: new URLSearchParams(query),
    }
  }
  return undefined
}

function rarePath(path: string, endpoint: EndpointName): { pattern: RegExp; endpoint: EndpointName } {
  return { pattern: new RegExp(`^/api/${path}$`), endpoint }
}
