import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useApi } from '../../lib/api-context.ts'
import { Card } from './card.tsx'
import { useFormAction } from './use-form-action.ts'

/** `next` is where somebody wanted to go before. */
export function SignInPage({ next }: { next: string }) {
  const api = useApi()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { isSending, message, onSubmit } = useFormAction(async ({ email = '', password = '' }) => {
    client.setQueryData(['session'], await api.signIn({ email, password }))
    await navigate({ href: next })
  })
  return (
    <Card title="Sign in" error={message}>
      <form onSubmit={onSubmit}>
        <TextInput name="email" type="email" label="Email" autoComplete="username" required mb="sm" />
        <PasswordInput name="password" label="Password" autoComplete="current-password" required mb="md" />
        <Button type="submit" fullWidth loading={isSending}>
          Sign in
        </Button>
      </form>
    </Card>
  )
}
