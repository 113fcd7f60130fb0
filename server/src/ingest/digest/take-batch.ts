const eventsPerBatch = 500
const decodingMs = 15

/**
 * Decodes from the front of the queue until a batch is full or decoding has taken its time, so that a unit that
 * arrives meanwhile waits milliseconds. At least one, else a slow one would stay for ever.
 */
export function takeBatch<Arrival, Decoded>(
  queue: Arrival[],
  decode: (arrival: Arrival) => Decoded,
  now: () => number,
): { arrivals: Arrival[]; decoded: Decoded[] } {
  const until = now() + decodingMs
  const decoded: Decoded[] = []
  for (const arrival of queue) {
    decoded.push(decode(arrival))
    if (decoded.length >= eventsPerBatch || now() >= until) break
  }
  return { arrivals: queue.splice(0, decoded.length), decoded }
}
