import { createProject } from './create-project.ts'
import { changeSettings } from './settings.ts'

export const projectUnits = [createProject, changeSettings]
