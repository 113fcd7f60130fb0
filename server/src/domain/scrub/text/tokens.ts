import { DOT, isWord } from './characters.ts'

/**
 * Secrets that say what they are by their first letters, as their makers document them for secret scanning: AWS,
 * GitHub, GitLab, Slack, Stripe, Google, npm, PyPI, SendGrid, Shopify, DigitalOcean, OpenAI, Anthropic, Hugging Face,
 * Docker, Atlassian, Square, Sentry, Mailgun, Twilio. Each is bounded, so that a word is read once or so.
 */
const prefixed =
  /(?<![A-Za-z\d])(?:(?:AKIA|ASIA|ABIA|ACCA)[A-Z\d]{16}(?![A-Za-z\d])|gh[opusr]_[A-Za-z\d]{30}|github_pat_\w{22}|gl(?:pat|dt|rt|cbt|ptt|soat)-[\w-]{20}|xox[abeoprs]-[\w-]{10}|xapp-\d-[\w-]{10}|[sr]k_(?:live|test)_[A-Za-z\d]{10}|whsec_[A-Za-z\d]{20}|AIza[\w-]{35}|GOCSPX-[\w-]{20}|npm_[A-Za-z\d]{36}|pypi-AgE[\w-]{20}|shp(?:at|ca|pa|ss)_[\da-f]{32}|do[opr]_v1_[\da-f]{64}|sk-(?:proj-|ant-|svcacct-|or-v1-)?[A-Za-z\d][\w-]{19}|hf_[A-Za-z]{34}|dckr_pat_[\w-]{20}|ATATT3[\w-]{20}|sq0(?:atp|csp)-[\w-]{22}|sntry[su]_[\w-]{20}|key-[\da-f]{32}(?![\da-f])|SK[\da-f]{32}(?![\da-f])|lin_api_[A-Za-z\d]{30}|r8_[A-Za-z\d]{30})/

/** Where a token begins in this word, and where it ends: it may go on with dots and further words. */
export function tokenIn(text: string, start: number, end: number): [number, number] | undefined {
  const word = text.slice(start, end)
  const webToken = endOfWebToken(text, start, word)
  if (webToken !== undefined) return webToken
  const dotted = startOfDottedToken(text, start, word)
  if (dotted !== undefined) return [dotted, endOfParts(text, end, 1)]
  const at = word.search(prefixed)
  if (at === -1 || isName(word.slice(at))) return undefined
  return [start + at, end]
}

/** `sk-line-chart-vertical-axis` is a class of a style sheet. */
function isName(token: string): boolean {
  return token.startsWith('sk-') && !/\d/.test(token)
}

/** JSON begins with `{"`, which base64 writes as `eyJ`; header, claims and signature are parted by dots (RFC 7515). */
function endOfWebToken(text: string, start: number, word: string): [number, number] | undefined {
  const at = word.startsWith('eyJ') ? 0 : word.search(/(?<![A-Za-z\d])eyJ/)
  if (at === -1 || word.length - at < 10 || text.charCodeAt(start + word.length) !== DOT) return undefined
  const claims = start + word.length + 1
  if (!text.startsWith('eyJ', claims) && text.charCodeAt(claims) !== DOT) return undefined
  // Encrypted ones have five parts.
  return [start + at, endOfParts(text, claims, 3)]
}

/** Goes on to the end of the word at `start`, and over so many further words that dots join to it. */
function endOfParts(text: string, start: number, most: number): number {
  let end = endOfWord(text, start)
  for (let parts = 0; parts < most && text.charCodeAt(end) === DOT; parts += 1) {
    const next = text.charCodeAt(end + 1)
    if (!isWord(next) && next !== DOT) break
    end = endOfWord(text, end + 1)
  }
  return end
}

function endOfWord(text: string, start: number): number {
  let end = start
  while (end < text.length && isWord(text.charCodeAt(end))) end += 1
  return end
}

/** `ya29.…` (Google's access tokens) and `SG.…` (SendGrid's keys) begin with a short word and a dot. */
function startOfDottedToken(text: string, start: number, word: string): number | undefined {
  if (text.charCodeAt(start - 1) !== DOT || word.length < 20) return undefined
  if (text.startsWith('ya29.', start - 5)) return start - 5
  return text.startsWith('SG.', start - 3) && word.length < 25 ? start - 3 : undefined
}
