/** A DSN that ends with a slash makes clients double it. */
const ingestPath = /^\/+api\/+(\d{1,15})\/+(envelope)\/*$/

export interface IngestTarget {
  projectId: number
  endpoint: 'envelope'
  query: URLSearchParams
}

/** What an ingest request is addressed to; undefined for everything that is not ingest. */
export function parseIngestPath(url: string): IngestTarget | undefined {
  const queryAt = url.indexOf('?')
  const path = queryAt === -1 ? url : url.slice(0, queryAt)
  const match = ingestPath.exec(path)
  if (match === null) return undefined
  const query = new URLSearchParams(queryAt === -1 ? '' : url.slice(queryAt + 1))
  return { projectId: Number(match[1]), endpoint: 'envelope', query }
}
