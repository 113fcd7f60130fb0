/** What samples of an issue are spread over. */
export interface SampleTraits {
  release: string | undefined
  environment: string | undefined
  /** The transaction: what was asked of the program. */
  route: string | undefined
  /** What tells code paths apart. */
  path: string
}

const offset = 0x811c9dc5
const prime = 0x01000193
/** Between traits: no text that was cleaned holds it. */
const separator = '\0'

/** 32 bits (FNV-1a) that are equal for events alike. A collision costs a sample, no more. */
export function sampleKeyOf({ release, environment, route, path }: SampleTraits): number {
  const text = [release, environment, route, path].join(separator)
  let hash = offset
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime)
  return hash >>> 0
}
