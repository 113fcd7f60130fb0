import { variables } from './env.ts'

/** The table of `docs/configuration.md`. */
export function describeVariables(): string {
  const rows = Object.values(variables).map(({ name, fallback, expected, meaning }) => [
    `\`${name}\``,
    fallback === undefined ? '' : `\`${fallback}\``,
    `${meaning} Must be ${expected}.`,
  ])
  const lines = [['Variable', 'Default', 'What it is'], ['---', '---', '---'], ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
