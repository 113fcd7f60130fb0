import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** Mantine's dark shades, from text to the deepest ground, in the tones of the page. */
const dark: MantineColorsTuple = [
  '#e6e8ec',
  '#c9ced6',
  '#a2a9b4',
  '#8b93a0',
  '#6b7280',
  '#2e333c',
  '#20242b',
  '#16181d',
  '#121418',
  '#0d0f12',
]

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'var(--mono)',
  primaryColor: 'indigo',
  colors: { dark },
  defaultRadius: 6,
  fontSizes: { xs: '12px', sm: '13px', md: '13px' },
})

/** Mantine's own greys and accents are too faint to read. */
export const resolveVariables: CSSVariablesResolver = () => {
  const variables = {
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-error': 'var(--error)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-primary-color-filled': 'var(--accent-fill)',
    '--mantine-primary-color-filled-hover': 'var(--accent-fill-hover)',
    '--mantine-color-body': 'var(--page)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-default': 'var(--page)',
    '--mantine-color-default-hover': 'var(--raised)',
    '--mantine-color-default-border': 'var(--control-soft)',
  }
  return { variables, light: variables, dark: variables }
}
