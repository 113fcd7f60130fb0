import { ActionIcon, useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { LogOut, Monitor, Moon, Sun } from 'lucide-react'
import { useApi } from '../lib/api-context.ts'
import { useSession } from '../lib/queries.ts'
import classes from './shell.module.css'

const nextScheme = { auto: 'light', light: 'dark', dark: 'auto' } as const
const schemeNames = { auto: 'as the system', light: 'light', dark: 'dark' }

export function AccountMenu() {
  const { data: session } = useSession()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = useSignOut()
  const next = nextScheme[colorScheme]
  return (
    <div className={classes.account}>
      <span className={classes.who} title={session?.account?.email}>
        {session?.account?.name}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Colours: ${schemeNames[colorScheme]}. Change to ${schemeNames[next]}`}
        onClick={() => setColorScheme(next)}
      >
        {colorScheme === 'dark' ? (
          <Moon size={16} />
        ) : colorScheme === 'light' ? (
          <Sun size={16} />
        ) : (
          <Monitor size={16} />
        )}
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label="Sign out" onClick={() => void signOut()}>
        <LogOut size={16} />
      </ActionIcon>
    </div>
  )
}

function useSignOut() {
  const api = useApi()
  const client = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await api.signOut()
    client.clear()
    await navigate({ to: '/sign-in' })
  }
}
