import { CAPITALS, DIGITS, HEX, WORD, type Random } from './random.ts'

/** Never whole in the source, so that scanners of repositories do not take them for lost ones. */
const glue = (...parts: string[]): string => parts.join('')

/** Secrets that show what they are, wherever they stand. */
export const showing: Record<string, (random: Random) => string> = {
  card: (random) => withCheckDigit(`4${random.text(DIGITS, 14)}`),
  iban: (random) => withCheckDigits('DE', random.text(DIGITS, 18)),
  jwt: (random) =>
    glue('ey', 'J', random.text(WORD, 20), '.ey', 'J', random.text(WORD, 30), '.', random.text(WORD, 43)),
  aws: (random) => glue('AK', 'IA', random.text(CAPITALS + DIGITS, 16)),
  github: (random) => glue('gh', 'p_', random.text(WORD, 36)),
  slack: (random) => glue('xo', 'xb-', random.text(DIGITS, 12), '-', random.text(WORD, 24)),
  stripe: (random) => glue('sk', '_live_', random.text(WORD, 24)),
  google: (random) => glue('AI', 'za', random.text(WORD, 35)),
  key: (random) =>
    `-----BEGIN ${glue('PRIVATE', ' KEY')}-----${random.text(WORD, 64)}-----END ${glue('PRIVATE', ' KEY')}-----`,
  npm: (random) => glue('npm', '_', random.text(WORD, 36)),
}

/** Secrets that only their name gives away. */
export const named: Record<string, (random: Random) => string> = {
  password: password,
  userPassword: password,
  client_secret: password,
  api_key: password,
  'x-api-key': password,
  access_token: password,
  refreshToken: password,
  sessionid: (random) => random.text(HEX, 31) + '7',
  authorization: password,
  stripe_key: password,
  csrf_token: password,
  AWS_SECRET_ACCESS_KEY: (random) => `${random.text(WORD, 38)}a7`,
}

function password(random: Random): string {
  return `${random.text(WORD, 8 + random.below(8))}x7`
}

function withCheckDigit(digits: string): string {
  const sum = Array.from(digits)
    .toReversed()
    .map((digit, at) => Number(digit) * (at % 2 === 0 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

/** Of the country's letters, A is 10; the check digits are what makes the whole leave 1 when divided by 97. */
function withCheckDigits(country: string, account: string): string {
  const letters = Array.from(country, (letter) => Number.parseInt(letter, 36)).join('')
  const check = 98n - (BigInt(`${account}${letters}00`) % 97n)
  return `${country}${String(check).padStart(2, '0')}${account}`
}
