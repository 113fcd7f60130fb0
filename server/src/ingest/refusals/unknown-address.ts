import { Refusal } from './refusal.ts'

/** Of a project, but nothing is taken there: mostly an address that was put together by hand. */
export class UnknownAddress extends Refusal {
  constructor(path: string) {
    super(
      404,
      `Nothing is taken at ${path.slice(0, 200)}. Compare the DSN with the one on the project's page.`,
    )
  }

  override get reason(): string {
    return 'unknown_address'
  }
}
