import type { Project } from '../../lib/api.ts'
import { Select } from '../../ui/select.tsx'
import classes from './issue-list.module.css'
import type { ListState } from './list-state.ts'

interface ProjectSwitchProps {
  state: ListState
  projects: Project[]
  onChange: (next: ListState) => void
}

export function ProjectSwitch({ state, projects, onChange }: ProjectSwitchProps) {
  const { cursor: _cursor, project = '', ...rest } = state
  return (
    <div className={classes.top}>
      <Select
        label="Project"
        value={project}
        options={[
          { value: '', name: 'All projects' },
          ...projects.map(({ slug, name }) => ({ value: slug, name })),
        ]}
        onChange={(slug) => onChange(slug === '' ? rest : { ...rest, project: slug })}
      />
    </div>
  )
}
