import { defaultStorageSettings, type StorageSettings } from '../../domain/storage/index.ts'
import { createDictionaries, type Dictionaries } from '../recorder/dictionaries.ts'
import type { EventRecord, Recorded } from '../recorder/event-record.ts'
import { recordEvents, type RecorderParts } from '../recorder/record-events.ts'
import { defineUnit, type Store } from '../store.ts'

/** A store with projects, and the recorder of one server on it. */
export interface RecordingStore extends Store {
  dictionaries: Dictionaries
  recorder: RecorderParts
  /** Records a batch in one transaction. */
  record(...batch: EventRecord[]): Promise<Recorded[]>
}

interface Recording {
  dictionaries?: Dictionaries
  storage?: StorageSettings
}

/** Adds projects 1, 2, … with the prefixes P1, P2, … to a store. */
export async function aRecordingStore(
  open: () => Promise<Store>,
  { projects = 1, ...recording }: { projects?: number } & Recording = {},
): Promise<RecordingStore> {
  const store = await open()
  await store.write(createProjects, projects)
  return recordingOn(store, recording)
}

export function recordingOn(
  store: Store,
  { dictionaries = createDictionaries(), storage = defaultStorageSettings }: Recording = {},
): RecordingStore {
  const recorder = { dialect: store.dialect, dictionaries, storageOf: () => storage }
  const recordBatch = defineUnit('test.record', (tx, batch: EventRecord[]) =>
    recordEvents(tx, recorder, batch),
  )
  return { ...store, dictionaries, recorder, record: (...batch) => store.write(recordBatch, batch) }
}

const createProjects = defineUnit('test.projects', async (tx, count: number): Promise<void> => {
  for (let id = 1; id <= count; id++) {
    await tx
      .insertInto('projects')
      .values({
        slug: `project-${id}`,
        name: `Project ${id}`,
        platform: null,
        short_prefix: `P${id}`,
        created_at: 0,
      })
      .execute()
  }
})
