/** For argon2id, which is the package's default. */
const cost = { memoryCost: 19456, timeCost: 2, parallelism: 1 }

export async function hashPassword(password: string): Promise<string> {
  const { hash } = await loadArgon2()
  return hash(password, cost)
}

export async function isPassword(given: { hash: string; password: string }): Promise<boolean> {
  const { verify } = await loadArgon2()
  return verify(given.hash, given.password)
}

/** Only when somebody signs in: it is compiled code, which a start need not wait for. */
function loadArgon2() {
  return import('@node-rs/argon2')
}
