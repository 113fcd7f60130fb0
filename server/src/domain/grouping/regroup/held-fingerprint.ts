/** A fingerprint as it is before. */
export interface HeldFingerprint {
  issue: number
  /** Somebody took it out of another issue by hand: no rule moves it. */
  isPinned: boolean
  /** Made since the new rules hold, by events that came in meanwhile. */
  isNew: boolean
  /** No person put it where it is: rules led it there, or an undo, into the issue that it was split off from. */
  isLoose: boolean
}
