/**
 * Names of secrets. The base is what Relay (relay-pii `@password:filter`, cookies) and the JavaScript SDK look for;
 * the rest are names that frameworks and clouds give to theirs.
 */

/** Long enough to mean it inside of any word: `mysqlpassword`, `clientsecret`. */
export const tellingParts =
  /password(?!less)|passwd|passphrase|passcode|passwort|kennwort|motdepasse|contrase|wachtwoord|secret(?!ar|ion|or|ive|less)|credential|apikey|privatekey|accesskey|secretkey|sessionid|sessid|creditcard|cardnumber|connectionstring|[a-z]{2}pwd$|[a-z]{2}token$/

/** Of a person or of money: a number under such a name is never a count. */
export const strongParts =
  /pass|kennwort|contrase|wachtwoord|pwd|pin|cvv|cvc|otp|ssn|security|card|iban|secret/

/** One word, or two that stand side by side. */
export const secretWords = new Set(
  `pwd token tokens auth authorization authentication oauth jwt cookie cookies csrf xsrf ssn cvv cvc otp totp bearer iban
  apikey apitoken authkey appkey masterkey signingkey signaturekey encryptionkey cryptkey sharedkey accountkey
  subscriptionkey licensekey sshkey rsakey aeskey hmackey sessionkey sessionid sessiontoken privatekey accesskey
  apikeys accesskeys privatekeys
  creditcard cardnumber cardno cardnum ccnumber ccnum ccno securitycode cardcode pincode pinnumber cardpin userpin
  socialsecurity bankaccount accountnumber routingnumber passportnumber nationalid driverslicense
  recoverycode recoverycodes backupcode backupcodes verificationcode accesscode smscode twofactor onetime
  samlresponse samlrequest samlassertion clientassertion dbpass userpass smtppass rootpass adminpass ftppass mysqlpass
  stripekey twiliokey sendgridkey mailgunkey awskey gcpkey googlekey mapskey openaikey anthropickey algoliakey pusherkey
  firebasekey githubkey gitlabkey slackkey paypalkey braintreekey squarekey shopifykey segmentkey datadogkey newrelickey
  rollbarkey herokukey cloudflarekey azurekey mapboxkey vaultkey jwtkey webhookurl webhookuri
  connectsid sessionsid sessid password passphrase passcode connectionstring`.split(/\s+/),
)

/** Only as the whole name: inside of longer names these words mean much else. */
export const secretWhole = new Set(['pass', 'pin', 'sid', 'pan', 'cc', 'sso', 'saml'])

/** Mean a secret only when the value looks like one: `key` may be a cache key, `code` an error code. */
export const opaqueWhole = new Set(['key', 'keys', 'code', 'nonce', 'ticket', 'identity', 'refresh', 'sig'])
export const opaqueLast = new Set(['signature', 'sig', 'hmac', 'mac'])

/** What these name as tokens are cursors and handles. */
export const harmlessPairs = new Set(
  'canceltoken pagetoken nexttoken continuationtoken cancellationtoken csstoken csstokens designtoken designtokens'.split(
    ' ',
  ),
)

/** Cookies that hold a choice and not a person. */
export const harmlessCookies = new Set(
  'theme lang language locale currency country timezone tz consent variant layout scheme mode dnt'.split(' '),
)
