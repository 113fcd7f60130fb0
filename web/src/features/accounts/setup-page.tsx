import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useApi } from '../../lib/api-context.ts'
import { Card } from './card.tsx'
import { useFormAction } from './use-form-action.ts'

/** Where the link on the server's console leads: creates the first account. */
export function SetupPage({ token }: { token: string | undefined }) {
  const api = useApi()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { isSending, fields, message, onSubmit } = useFormAction(
    async ({ name = '', email = '', password = '' }) => {
      client.setQueryData(['session'], await api.setUp({ token: token ?? '', name, email, password }))
      await navigate({ to: '/projects/new' })
    },
  )
  if (token === undefined) return <LinkNeeded />
  return (
    <Card title="Create your account" error={message ?? fields['token']}>
      <p>You are the first one here. This account owns the installation.</p>
      <form onSubmit={onSubmit}>
        <TextInput name="name" label="Name" autoComplete="name" required error={fields['name']} mb="sm" />
        <TextInput
          name="email"
          type="email"
          label="Email"
          autoComplete="email"
          required
          error={fields['email']}
          mb="sm"
        />
        <PasswordInput
          name="password"
          label="Password"
          description="At least 10 characters."
          autoComplete="new-password"
          required
          error={fields['password']}
          mb="md"
        />
        <Button type="submit" fullWidth loading={isSending}>
          Create account
        </Button>
      </form>
    </Card>
  )
}

function LinkNeeded() {
  return (
    <Card title="Open the link from the console">
      <p>
        When Mishap starts without an account, it prints a link on its console that creates the first one.
        Open that link here.
      </p>
      <Link to="/sign-in">Sign in instead</Link>
    </Card>
  )
}
