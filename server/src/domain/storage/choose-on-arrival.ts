/** What of an event decides whether its payload is kept. */
export interface ArrivingEvent {
  sampleKey: number
}

/** How far an issue may go above its budget before it is trimmed, as events come and only as new kinds come. */
const roomForAny = 1.25
const roomForNewKinds = 2

/**
 * Which of a batch's events of one issue keep their payloads as samples: all while there is room; then those of a kind
 * that the batch has not brought yet; then only the latest. So a storm costs neither space nor the work of deflating.
 */
export function chooseOnArrival<Each extends ArrivingEvent>(
  events: Each[],
  { latest, sampleCount, budget }: { latest: Each | undefined; sampleCount: number; budget: number },
): Set<Each> {
  const chosen = new Set<Each>()
  const kinds = new Set<number>()
  for (const event of events) {
    const count = sampleCount + chosen.size
    const hasRoom = count < budget * roomForAny
    const isNewKind = !kinds.has(event.sampleKey)
    kinds.add(event.sampleKey)
    if (hasRoom || event === latest || (isNewKind && count < budget * roomForNewKinds)) chosen.add(event)
  }
  return chosen
}
