import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { ToastProvider } from '../ui/toasts.tsx'
import { createClient } from './query-client.ts'
import type { AppRouter } from './router.tsx'
import { resolveVariables, theme } from './theme.ts'

/** What the page is made of; tests put their own here. */
interface AppProps {
  nonce: string
  router: AppRouter
}

export function App({ nonce, router }: AppProps) {
  const [client] = useState(createClient)
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      cssVariablesResolver={resolveVariables}
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={client}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
