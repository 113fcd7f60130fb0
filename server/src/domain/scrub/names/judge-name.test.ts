import { describe, expect, it } from 'vitest'
import { judgeName, nameLists } from './judge-name.ts'
import { defaultScrubSettings } from '../settings.ts'

const lists = nameLists(defaultScrubSettings)

describe('a name of a secret is', () => {
  it.each(
    `password Password user_password userPassword PASSWORD_CONFIRMATION new-password passwd db.pass mysqlpwd pwd passphrase
    secret client_secret clientSecret SECRET_KEY_BASE AWS_SECRET_ACCESS_KEY token accessToken access_token refreshtoken
    csrfmiddlewaretoken X-CSRF-Token _xsrf authorization Proxy-Authorization auth x-auth cookie Set-Cookie cookies
    sessionid session_id PHPSESSID JSESSIONID connect.sid sid apiKey api_key APIKEY x-api-key X-Goog-Api-Key privateKey
    private-key AccountKey SharedAccessKey Ocp-Apim-Subscription-Key credentials credit_card cardNumber card-no cvv cvv2
    cvc ssn pin otp totp_code 2fa_code iban bank_account jwt id_token SAMLResponse verification_code x-amz-security-token
    X-Amz-Credential ｐａｓｓｗｏｒｄ pass​word passwort oauth_verifier DB_PASSWORD_1 password2 two-factor`.split(
      /\s+/,
    ),
  )('%s', (name) => {
    expect(judgeName(name, lists).kind).toBe('secret')
  })
})

describe('a plain name is', () => {
  it.each(
    `author authority authenticated is_authenticated keyboard monkey tokenizer passenger secretary compass bypass passed
    token_count tokenCount max_tokens total_tokens_used csrf_enabled has_password password_required passwordLength
    token_type expires_at token_expires_at password_changed_at auth_method auth_provider auth_url session_count
    session_duration cookie_consent cookieDomain sessionStorage public_key primary_key cache_key foreign_key keyCode
    spinner opinion pinned shipping mapping pinterest sidebar inside side classId residence pageToken cancelToken
    trace_id span_id event_id order_id zip_code error_code code_version assessment mission cardinality discard
    postcard PWD OLDPWD otp_release curve concern ccc accuracy`.split(/\s+/),
  )('%s', (name) => {
    expect(judgeName(name, lists).kind).toBe('plain')
  })
})

it.each(['stripe_key', 'STRIPE_KEY', 'sso', 'saml', 'webhook_url', 'SLACK_WEBHOOK_URL'])(
  '%s is a secret',
  (name) => {
    expect(judgeName(name, nameLists(defaultScrubSettings)).kind).toBe('secret')
  },
)

it.each(['secretless', 'passwordless', 'webhook_count', 'sso_enabled'])('%s is none', (name) => {
  expect(judgeName(name, nameLists(defaultScrubSettings)).kind).toBe('plain')
})
