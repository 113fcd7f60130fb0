import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { ApiError } from '../../lib/api.ts'
import { useApi } from '../../lib/api-context.ts'
import { usePageTitle } from '../../ui/page-title.ts'
import classes from './projects.module.css'

export function NewProjectPage() {
  usePageTitle('New project')
  const { create, error } = useCreateProject()
  const [name, setName] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void create(name)
  }
  return (
    <div className={classes.page}>
      <h1>Create a project</h1>
      <p className={classes.muted}>
        A project is one program, or one part of it, that reports errors under a DSN of its own.
      </p>
      <form onSubmit={submit}>
        <TextInput
          label="Name"
          placeholder="shop"
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={error?.fields['name'] ?? error?.message}
          mb="md"
        />
        <Button type="submit">Create project</Button>
      </form>
    </div>
  )
}

function useCreateProject() {
  const api = useApi()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [error, setError] = useState<ApiError>()
  async function create(name: string): Promise<void> {
    try {
      const { slug } = await api.createProject({ name })
      await client.invalidateQueries({ queryKey: ['projects'] })
      await navigate({ to: '/projects/$slug/setup', params: { slug } })
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure
      setError(failure)
    }
  }
  return { create, error }
}
