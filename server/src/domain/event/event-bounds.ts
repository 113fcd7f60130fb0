/** How large the parts of an event may be. Texts are counted in characters, lists in items. */
export interface EventBounds {
  /** Nesting with which an event is read at all: real ones stay below 20, and recursion overflows from about 5,000. */
  depthParsed: number
  /** Levels of a bag that are kept as they are; what lies deeper becomes its JSON text. */
  depthStored: number
  keysPerObject: number
  keysPerEvent: number
  tags: number
  tagKeyChars: number
  tagValueChars: number
  messageChars: number
  /** Of one text in a bag of data. */
  valueChars: number
  extraKeyChars: number
  extraChars: number
  frames: number
  breadcrumbs: number
  exceptions: number
  /** An event that says it is older than this, or further in the future, has the time at which it was received. */
  pastDays: number
  futureSeconds: number
}

export const defaultEventBounds: EventBounds = {
  depthParsed: 100,
  depthStored: 10,
  keysPerObject: 1_000,
  keysPerEvent: 20_000,
  tags: 100,
  tagKeyChars: 200,
  tagValueChars: 200,
  messageChars: 8_192,
  valueChars: 8 * 1024,
  extraKeyChars: 16 * 1024,
  extraChars: 256 * 1024,
  frames: 250,
  breadcrumbs: 100,
  exceptions: 50,
  pastDays: 30,
  futureSeconds: 60,
}
