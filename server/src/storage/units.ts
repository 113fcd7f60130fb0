import { deleteBesideEvents, deleteTroubledSessions } from '../store/storage/delete-beside-events.ts'
import { deleteEvents } from '../store/storage/delete-events.ts'
import { letGoReceived, letGoSamples } from '../store/storage/let-go-payloads.ts'
import { giveBackPages } from './give-back-space.ts'

export const storageUnits = [
  letGoSamples,
  letGoReceived,
  deleteEvents,
  deleteBesideEvents,
  deleteTroubledSessions,
  giveBackPages,
]
