import { hash, verify } from '@node-rs/argon2'

/** For argon2id, which is the package's default. */
const cost = { memoryCost: 19456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

export function isPassword(given: { hash: string; password: string }): Promise<boolean> {
  return verify(given.hash, given.password)
}
