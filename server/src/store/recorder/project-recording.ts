import type { StorageSettings } from '../../domain/storage/index.ts'
import type { Tx } from '../store.ts'
import type { Dictionaries } from './dictionaries.ts'

/** The recording of one project's part of a batch. */
export interface ProjectRecording {
  tx: Tx
  dictionaries: Dictionaries
  projectId: number
  storage: StorageSettings
}
