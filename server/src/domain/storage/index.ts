export { chooseOnArrival, type ArrivingEvent } from './choose-on-arrival.ts'
export { levelSamples, type SampleKind, type Trim } from './level-samples.ts'
export {
  keptStates,
  letGoStates,
  type KeptState,
  type LetGoState,
  type PayloadState,
} from './payload-state.ts'
export { sampleKeyOf, type SampleTraits } from './sample-key.ts'
export { surplusPages } from './surplus-pages.ts'
export { defaultStorageSettings, type StorageSettings } from './storage-settings.ts'
