/** Why an event's payload is kept. The latest of an issue is kept too, and is a sample until a later one comes. */
export const keptStates = ['first', 'regression', 'sample', 'pinned'] as const
/** Why it was let go. The event itself stays, and stays counted. */
export const letGoStates = ['over_issue_budget', 'over_project_budget', 'too_old'] as const

export type KeptState = (typeof keptStates)[number]
export type LetGoState = (typeof letGoStates)[number]
export type PayloadState = KeptState | LetGoState
