import { Button, PasswordInput, TextInput } from '@mantine/core'
import { Card } from './card.tsx'
import type { FirstAccountForm } from './use-first-account.ts'

export function FirstAccount({ form }: { form: FirstAccountForm }) {
  const { isSending, fields, message, onSubmit } = form
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
