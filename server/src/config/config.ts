/** The validated configuration, as the rest of the server sees it. */
export interface Config {
  port: number
  /** Directory of the database file and its companions. Absolute. */
  dataDir: string
  /** Origin under which people and SDKs reach the server, without a trailing slash; undefined: from the Host header. */
  publicUrl: string | undefined
  database: { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string }
  /** Given: at start the first account is made from these, if there is none yet. */
  admin: { email: string; password: string } | undefined
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
  /** How many proxies in front of the server may be believed about the client's address and scheme. */
  trustedProxies: number
  limits: Limits
}

/** The defaults are `settled` limits; sizes in bytes, times in milliseconds. */
export interface Limits {
  wireBytes: number
  envelopeBytes: number
  eventBytes: number
  attachmentBytes: number
  items: number
  headerLineBytes: number
  headersTimeoutMs: number
  bodyTimeoutMs: number
  keepAliveTimeoutMs: number
  sockets: number
  queueBytes: number
}
