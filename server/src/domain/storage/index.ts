export {
  keptStates,
  letGoStates,
  type KeptState,
  type LetGoState,
  type PayloadState,
} from './payload-state.ts'
export { defaultStorageSettings, type StorageSettings } from './storage-settings.ts'
