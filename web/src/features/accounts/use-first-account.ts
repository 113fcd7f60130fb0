import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useApi } from '../../lib/api-context.ts'
import { useFormAction } from './use-form-action.ts'

export type FirstAccountForm = ReturnType<typeof useFirstAccount>

/** Creates the first account with the token of the link, and goes on to the first project. */
export function useFirstAccount(token: string) {
  const api = useApi()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useFormAction(async ({ name = '', email = '', password = '' }) => {
    client.setQueryData(['session'], await api.setUp({ token, name, email, password }))
    await navigate({ to: '/projects/new' })
  })
}
