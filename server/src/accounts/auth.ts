import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Store } from '../store/store.ts'
import { hashPassword, isPassword } from './password.ts'
import { storeDialect } from './store-dialect.ts'

export interface AuthSettings {
  store: Store
  /** Signs the session cookie. */
  secret: string
  publicUrl: string | undefined
  logger: Logger
}

export type Auth = ReturnType<typeof buildAuth>

const sessionDays = 30
const day = 24 * 60 * 60

/** Sessions and passwords, on our tables. Its own HTTP handler is not mounted: our routes call it. */
export function buildAuth(settings: AuthSettings) {
  return betterAuth(authOptions(settings))
}

export function authOptions({ store, secret, publicUrl, logger }: AuthSettings) {
  return {
    secret,
    baseURL: publicUrl ?? 'http://localhost',
    database: {
      db: new Kysely({ dialect: storeDialect(store) }),
      type: store.dialect.engine,
      transaction: false,
    },
    // Its warnings tell who failed to sign in, which is the visitor's matter.
    logger: {
      level: 'error',
      log: (_level: string, message: string, ...details: unknown[]) => logger.error({ details }, message),
    },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: isPassword },
    },
    user: { modelName: 'users', fields: { emailVerified: 'email_verified', ...createdAndUpdated } },
    session: {
      modelName: 'sessions',
      expiresIn: sessionDays * day,
      // Else a mere read would write, and the cookie would still end when it was said to.
      disableSessionRefresh: true,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...createdAndUpdated,
      },
    },
    account: {
      modelName: 'credentials',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...createdAndUpdated,
      },
    },
    verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...createdAndUpdated } },
    advanced: {
      useSecureCookies: false,
      disableOriginCheck: false,
      cookies: { session_token: sessionCookie(publicUrl) },
    },
  } satisfies BetterAuthOptions
}

const createdAndUpdated = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** The `__Host-` prefix pins the cookie to this very host, but browsers take it over https only. */
function sessionCookie(publicUrl: string | undefined) {
  const secure = publicUrl?.startsWith('https://') ?? false
  return {
    name: secure ? '__Host-mishap_session' : 'mishap_session',
    attributes: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  }
}
