import { addWords } from '../search/add-words.ts'
import { defineUnit } from '../store.ts'
import { noon } from './a-record.ts'

/** Issues and fingerprints from 1 on, each later than the one before; all have the word "common", each a "nth…" of 100. */
export const fillIssues = defineUnit(
  'test.fill-issues',
  async (tx, { projectId, count }: { projectId: number; count: number }, dialect): Promise<void> => {
    for (let start = 1; start <= count; start += 500) {
      const numbers = Array.from({ length: Math.min(500, count + 1 - start) }, (_, at) => start + at)
      const common = (number: number) => ({
        project_id: projectId,
        number,
        title: '',
        type: '',
        value: '',
        culprit: '',
        event_count: number,
        first_seen: noon + number,
        last_seen: noon + number,
      })
      await tx
        .insertInto('issues')
        .values(
          numbers.map((number) => ({
            ...common(number),
            status: 'unresolved' as const,
            status_reason: 'ongoing' as const,
            level: number === 1 ? ('fatal' as const) : ('error' as const),
            platform: 'node',
            handling: 'handled' as const,
            user_count: 0,
            dictionary_event_id: Buffer.alloc(16),
          })),
        )
        .execute()
      await tx
        .insertInto('fingerprints')
        .values(
          numbers.map((number) => ({
            ...common(number),
            issue_number: number,
            first_issue_number: number,
            binding: 'own' as const,
            created_at: noon,
          })),
        )
        .execute()
      await addWords(
        tx,
        dialect,
        projectId,
        numbers.map((number) => ({ fingerprintNumber: number, words: ['common', `nth${number % 100}`] })),
      )
    }
    await tx
      .updateTable('projects')
      .set({ last_issue_number: count, last_fingerprint_number: count })
      .where('id', '=', projectId)
      .execute()
  },
)
