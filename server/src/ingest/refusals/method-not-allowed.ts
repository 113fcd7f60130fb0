import { Refusal } from './refusal.ts'

/** The address takes other methods only. */
export class MethodNotAllowed extends Refusal {
  readonly allow: string

  constructor(methods: readonly string[]) {
    super(405, `This address takes ${methods.join(' and ')}.`)
    this.allow = [...methods, 'OPTIONS'].join(', ')
  }
}
