import { isHarmless } from '../harmless-value.ts'

const longestCommand = 200
const value = /[^\s'"`;|&]{1,256}/y

/** The end of the password in `mysql -uapp -pSecret`: these clients take it in one word with its flag. */
export function endOfCommandPassword(text: string, dash: number): number | undefined {
  if (text[dash + 1] !== 'p' || !/[\s'"]/.test(text[dash - 1] ?? '')) return undefined
  const before = text.slice(Math.max(dash - longestCommand, 0), dash)
  if (!/\b(?:mysql\w{0,12}|mariadb[\w-]{0,12}|sshpass)(?:\s[^\n|;]*)?$/.test(before)) return undefined
  value.lastIndex = dash + 2
  const password = value.exec(text)?.[0]
  return password === undefined || isHarmless(password) ? undefined : dash + 2 + password.length
}
