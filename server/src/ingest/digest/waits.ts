/** Since when what waits of each project does. */
export interface Waits {
  begin(projectId: number, id: number, atMs: number): void
  end(projectId: number, id: number): void
  /** When the first began that waits of the project; undefined: none does. */
  oldestOf(projectId: number): number | undefined
}

export function createWaits(): Waits {
  // A map keeps the order in which they began.
  const ofProjects = new Map<number, Map<number, number>>()
  return {
    begin(projectId, id, atMs) {
      const began = ofProjects.get(projectId) ?? new Map<number, number>()
      ofProjects.set(projectId, began.set(id, atMs))
    },
    end(projectId, id) {
      const began = ofProjects.get(projectId)
      began?.delete(id)
      if (began?.size === 0) ofProjects.delete(projectId)
    },
    oldestOf(projectId) {
      const [oldest] = ofProjects.get(projectId)?.values() ?? []
      return oldest
    },
  }
}
