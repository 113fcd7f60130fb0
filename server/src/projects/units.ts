import { createProject } from './create-project.ts'
import { changeKey, createKey } from './keys.ts'
import { changeSettings } from './settings.ts'

export const projectUnits = [createProject, changeSettings, createKey, changeKey]
