export { chooseOnArrival, type ArrivingEvent } from './choose-on-arrival.ts'
export {
  keptStates,
  letGoStates,
  type KeptState,
  type LetGoState,
  type PayloadState,
} from './payload-state.ts'
export { sampleKeyOf, type SampleTraits } from './sample-key.ts'
export { defaultStorageSettings, type StorageSettings } from './storage-settings.ts'
