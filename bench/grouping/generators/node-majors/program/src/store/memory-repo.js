'use strict'
module.exports = function memoryRepo(seed) {
  const rows = new Map(seed.map((row) => [row.id, row]))
  return {
    byId: async (id) => rows.get(id),
    at: async (doctor, at) => [...rows.values()].find((row) => row.doctor === doctor && +row.at === +at),
    insert: async (row) => void rows.set(row.id, row),
    remove: async (id) => rows.delete(id),
    mustGet(kind, id) {
      const row = rows.get(id)
      if (!row) throw new Error(`${kind} not found`)
      return row
    },
  }
}
