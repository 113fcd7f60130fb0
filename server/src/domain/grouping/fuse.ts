/** Enough for the messages that somebody wrote for one code path; more are data that no pattern recognised. */
export const MAX_TEMPLATES_PER_STACK = 10

/**
 * Whether a message that this stack has not produced before makes a group of its own, or joins the first group of
 * the stack. However bad a message is, one code path makes at most ten groups.
 */
export function decideFuse(templatesSoFar: number): 'split' | 'attach' {
  return templatesSoFar < MAX_TEMPLATES_PER_STACK ? 'split' : 'attach'
}
