import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { eventEnvelope, idOf, seededRandom, type HostileInput } from './hostile-input.ts'

const mebibyte = 1024 * 1024
const refused = [400, 413]

/** A frame of one raw block, by hand: not every Node has zstd. */
function storeAsZstd(bytes: Uint8Array): Buffer {
  const header = (bytes.length << 3) | 1
  const head = [0x28, 0xb5, 0x2f, 0xfd, 0, 0x38, header & 0xff, (header >> 8) & 0xff, header >> 16]
  return Buffer.concat([Buffer.from(head), bytes])
}

/** Of each four bytes, 128 KiB. */
function zstdBomb(blocks: number): Buffer {
  const run = Buffer.from([0x02, 0, 0x10, 0x61])
  return Buffer.concat([
    Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x38]),
    Buffer.alloc(blocks * run.length, run),
  ])
}

const packers: [encoding: string, pack: (bytes: Uint8Array) => Buffer][] = [
  ['gzip', (bytes) => gzipSync(bytes)],
  ['deflate', (bytes) => deflateSync(bytes)],
  ['deflate', (bytes) => deflateRawSync(bytes)],
  ['br', (bytes) => brotliCompressSync(bytes)],
  ['zstd', storeAsZstd],
]

/** What comes packed: cut off, damaged, with more behind it, in rows, as bombs and under wrong names. */
export function encodedBodies(): HostileInput[] {
  return [...packers.flatMap(damagedOf), ...bombs(), ...names()]
}

function damagedOf([encoding, pack]: (typeof packers)[number], index: number): HostileInput[] {
  const random = seededRandom(100 + index)
  const headers = { 'content-encoding': encoding }
  const event = (what: string, number: number): Buffer =>
    pack(eventEnvelope({ event_id: idOf(1_000 * (index + 1) + number), message: `${what} of ${index}` }))
  const flipped = Array.from({ length: 6 }, (_, at): HostileInput => {
    const body = event('a flipped bit', at)
    const place = random(body.length)
    body[place] = (body[place] ?? 0) ^ (1 << random(8))
    return { name: `${encoding} ${index} with bit ${place} flipped`, body, headers }
  })
  const cut = Array.from({ length: 4 }, (_, at): HostileInput => {
    const body = event('a cut', 10 + at)
    const length = random(body.length - 1)
    return { name: `${encoding} ${index} cut to ${length}`, body: body.subarray(0, length), headers }
  })
  const garbage = Buffer.from(Array.from({ length: 1_000 }, () => random(256)))
  const tail = Buffer.concat([event('garbage behind it', 20), garbage])
  const second = Buffer.concat([event('two in a row', 21), event('two in a row', 22)])
  return [
    { name: `${encoding} ${index} whole`, body: event('whole', 23), headers, statuses: [200] },
    ...flipped,
    ...cut.map((input) => ({ ...input, statuses: refused })),
    { name: `${encoding} ${index} with garbage behind it`, body: tail, headers },
    { name: `${encoding} ${index} two in a row`, body: second, headers },
    { name: `${encoding} ${index} of nothing`, body: pack(Buffer.alloc(0)), headers, statuses: refused },
    { name: `nothing said to be ${encoding} ${index}`, body: '', headers, statuses: refused },
  ]
}

function bombs(): HostileInput[] {
  const zeros = Buffer.alloc(128 * mebibyte)
  const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }
  const br = brotliCompressSync(zeros, quick)
  const gzip = gzipSync(zeros, { level: 1 })
  const packed: [string, Buffer][] = [
    ['gzip', gzip],
    ['gzip', gzipSync(gzip)],
    ['deflate', deflateSync(zeros, { level: 1 })],
    ...Array.from({ length: 10 }, (): [string, Buffer] => ['br', br]),
    ['zstd', zstdBomb(4_000)],
    ['zstd', zstdBomb(400_000)],
  ]
  return packed.map(([encoding, body], index) => ({
    name: `bomb ${index} in ${encoding}`,
    body,
    headers: { 'content-encoding': encoding },
    statuses: refused,
  }))
}

function names(): HostileInput[] {
  const all = ['', 'utf-8', 'identity', 'GZIP', 'gzip, gzip', 'x'.repeat(1_000), 'compress', '__proto__']
  return all.map((encoding, index) => ({
    name: `encoding "${encoding.slice(0, 20)}"`,
    body: eventEnvelope({ event_id: idOf(9_000 + index), message: `encoding ${index}` }),
    headers: { 'content-encoding': encoding },
    statuses: [200, 400, 413, 415],
  }))
}
