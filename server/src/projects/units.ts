import { createProject } from './create-project.ts'

export const projectUnits = [createProject]
