/** A name that ends so tells something about a secret, not the secret: `token_count`, `password_changed_at`. */
export const describingEnds = new Set(
  `count counts length len size limit limits max min total usage used remaining budget ratio cost
  enabled disabled required optional expired valid invalid present missing set changed updated created deleted active
  expires expiry expiration ttl age at date time timestamp duration timeout interval lifetime
  type types kind name names label labels title format policy strength status state mode method methods scheme provider providers strategy
  version release algorithm alg class module field fields column placeholder
  url uri endpoint host domain path page route file filename dir directory port
  error errors message messages reason rule rules schema validation violations attempt attempts retries
  app last brand scope scopes scoped issuer audience index position offset start end line
  consent samesite httponly secure enum options config store middleware handler service controller view form model`.split(
    /\s+/,
  ),
)

/** A name that begins so asks a question or sets a bound: `has_password`, `maxTokens`. */
export const describingStarts = new Set(
  'is has had can should must needs require requires show hide use uses no allow enable disable max min num total count'.split(
    ' ',
  ),
)

/** Inside of these, names are those of form fields: `errors: {password: 'is too short'}`. */
export const containersAbout = new Set(
  'error errors message messages validation validations violation violations rule rules schema label labels'.split(
    ' ',
  ),
)

/** Names of identifiers, versions and times: numbers there are no card numbers and no addresses. */
export const identifyingEnds = new Set(
  'id ids uuid guid timestamp ts time at version versions release build revision hash sha digest commit etag agent traceparent trace baggage'.split(
    ' ',
  ),
)
export const identifyingPairs = new Set(
  'ordernumber orderno invoicenumber trackingnumber ticketnumber buildnumber'.split(' '),
)

const addressWords = new Set(
  'ip ips ipv ipaddress ipaddr clientip remoteip remoteaddr forwarded forwardedfor'.split(' '),
)

/** `x-forwarded-for`, `REMOTE_ADDR`, `clientIp`: what is an address there is a person's. */
export function namesAddress(words: string[]): boolean {
  return words.some((word, at) => addressWords.has(word) || addressWords.has(word + (words[at + 1] ?? '')))
}
