/** Types of errors about answers to requests, in any language. */
const ABOUT_REQUESTS = /http|api|request|response|fetch|status|axios|network|rest|graphql/i

const REASON =
  /^ (?:Bad Request|Unauthorized|Payment Required|Forbidden|Not Found|Method Not Allowed|Not Acceptable|Request Timeout|Conflict|Gone|Payload Too Large|Content Too Large|Unprocessable|Too Many Requests|Internal Server Error|Not Implemented|Bad Gateway|Service Unavailable|Gateway Time-?out|(?:Client|Server) Error)\b/i

/**
 * Whether a number is the status of an answer though no word before it says so: "404 on /trips", "(503)", "403
 * Forbidden". A status is the difference between two errors, unlike other numbers.
 */
export function isHttpStatus(type: string, line: string, from: number, to: number): boolean {
  if (!/^[45]\d\d$/.test(line.slice(from, to))) return false
  if (REASON.test(line.slice(to, to + 30))) return true
  if (!ABOUT_REQUESTS.test(type.slice(-60))) return false
  return (
    from === 0 ||
    /(?:^|[\s\w][:=(]|\bwith|\breturned|\bgot|\breceived|\banswered|\bresponded) ?$/i.test(
      line.slice(Math.max(0, from - 12), from),
    )
  )
}
