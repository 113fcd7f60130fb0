import type { IngestTarget } from '../ingest-path.ts'
import { UnknownAddress } from '../refusals/unknown-address.ts'
import type { Endpoint } from './endpoint.ts'
import { ownCredentials } from './own-credentials.ts'

/** Every other address of a project: refused like the rest, so that its people see what was sent there. */
export const unknownEndpoint: Endpoint = {
  methods: ['GET', 'POST'],
  findCredentials(target, headers) {
    const credentials = ownCredentials(target, headers)
    if (credentials === undefined) throw new UnknownAddress(pathOf(target))
    return credentials
  },
  category: 'default',
  weight: 0,
  convert({ target }) {
    throw new UnknownAddress(pathOf(target))
  },
}

function pathOf({ projectId, params }: IngestTarget): string {
  return `/api/${projectId}/${params.rest ?? ''}`
}
