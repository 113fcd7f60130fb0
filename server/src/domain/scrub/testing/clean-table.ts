import { DIGITS, HEX, LETTERS, startRandom, WORD, type Random } from './random.ts'

type Make = (random: Random) => string

/** Values as real events hold them, each made anew: what looks like a secret to whoever reads too fast. */
const makers: Make[] = [
  (random) => `/srv/app/releases/${random.text(DIGITS, 14)}/src/${random.text(LETTERS, 7)}.js`,
  (random) => `C:\\Users\\ci\\${random.text(LETTERS, 5)}\\token${random.below(99)}.ts`,
  (random) => uuid(random),
  (random) => random.text(HEX, 40),
  (random) => `sha256:${random.text(HEX, 64)}`,
  (random) => new Date(1_700_000_000_000 + random.below(1e9) * 100).toISOString(),
  (random) => String(1_700_000_000_000 + random.below(1e9)),
  (random) => `17000${random.text(DIGITS, 11)}`,
  (random) => `order ${random.text(DIGITS, 10)} of customer ${random.below(99_999)}`,
  (random) => `ORD-2026-${random.text(DIGITS, 8)}`,
  (random) =>
    `    at ${random.text(LETTERS, 6)}.verifyToken (/app/auth.js:${random.below(999)}:${random.below(99)})`,
  (random) => `File "/app/${random.text(LETTERS, 6)}/session.py", line ${random.below(999)}, in authorize`,
  (random) => `SELECT id, password FROM users WHERE id = ${random.below(9_999)} AND token IS NOT NULL`,
  (random) => `INSERT INTO t_${random.text(LETTERS, 5)} (a, b) VALUES ($1, $2) -- ${random.below(99)} rows`,
  (random) => `shop@${random.below(20)}.${random.below(30)}.${random.below(40)}`,
  (random) => `Chrome/${random.below(150)}.0.${random.below(9_999)}.${random.below(200)}`,
  (random) =>
    `v${random.below(20)}.${random.below(30)}.0-beta.${random.below(9)}+build.${random.text(HEX, 7)}`,
  (random) => `+49 30 ${random.text(DIGITS, 7)}`,
  (random) => `555-${random.text(DIGITS, 3)}-${random.text(DIGITS, 4)}`,
  (random) => `counter ${random.text(DIGITS, 9)}/${random.text(DIGITS, 9)}`,
  (random) => `max_tokens=${random.below(9_999)}, token_count: ${random.below(99)}`,
  (random) => `Unexpected token < in JSON at position ${random.below(9_999)}`,
  (random) => `Invalid password: must be at least ${random.below(20)} characters`,
  (random) => `connect ECONNREFUSED 10.0.${random.below(255)}.${random.below(255)}:5432`,
  (random) =>
    `https://shop.example/products/${random.text(LETTERS, 8)}-${random.below(9_999)}?page=${random.below(9)}`,
  (random) => `cache key: cart:${random.below(9_999)}:items`,
  (random) => `01${random.text('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 24)}`,
  (random) => `0x${random.text(HEX, 16)}`,
  (random) => `00-${random.text(HEX, 32)}-${random.text(HEX, 16)}-01`,
  (random) => `main.${random.text(HEX, 8)}.chunk.js`,
  (random) => `${random.text(WORD, 11)}.png`,
  (random) => `author: ${random.text(LETTERS, 6)}${random.below(9)}, passenger: ${random.below(300)}a`,
  (random) => `GET /api/v2/sessions/${random.below(99_999)} 401 in ${random.below(999)} ms`,
  (random) => `${random.below(28) + 1}.11.2026 ${random.below(24)}:${random.text('012345', 2)}`,
  (random) => `heap ${random.below(512)} MB, ${random.text(DIGITS, 12)} bytes`,
  (random) => `lat 52.${random.text(DIGITS, 6)}, lon 13.${random.text(DIGITS, 6)}`,
  (random) => `ERR_${random.text('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 8)}_${random.below(999)}`,
  (random) => `user${random.below(9_999)}@mail.example`,
  (random) => `isbn 978-3-${random.text(DIGITS, 2)}-${random.text(DIGITS, 6)}-1`,
  (random) => `const token${random.below(9)} = await readToken(${random.below(99)})`,
]

/** At least `count` values. */
export function cleanTable(count: number): string[] {
  const random = startRandom(11)
  return Array.from({ length: Math.ceil(count / makers.length) }).flatMap(() =>
    makers.map((make) => make(random)),
  )
}

function uuid(random: Random): string {
  const part = (length: number): string => random.text(HEX, length)
  return `${part(8)}-${part(4)}-4${part(3)}-8${part(3)}-${part(12)}`
}
