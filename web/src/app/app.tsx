import { createTheme, MantineProvider, type CSSVariablesResolver } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ToastProvider } from '../ui/toasts.tsx'
import { router } from './router.tsx'

const client = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 2_000 } } })

const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'var(--mono)',
  primaryColor: 'indigo',
  defaultRadius: 6,
  fontSizes: { xs: '12px', sm: '13px', md: '13px' },
})

/** Mantine's own greys and accents are too faint to read. */
const resolveVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-error': 'var(--error)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-primary-color-filled': 'var(--accent-fill)',
    '--mantine-primary-color-filled-hover': 'var(--accent-fill)',
    '--mantine-color-body': 'var(--page)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-default': 'var(--page)',
    '--mantine-color-default-border': 'var(--control-line)',
  },
  light: {},
  dark: {},
})

export function App({ nonce }: { nonce: string }) {
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
