import { closeSync, openSync, readSync, statSync } from 'node:fs'

/** What the first bytes of an SQLite file say of it (sqlite.org/fileformat.html, 1.3). */
export interface FileHeader {
  bytes: number
  /** Of the whole file, in bytes; undefined if the header does not know, as after a write by a very old SQLite. */
  expectedBytes: number | undefined
  changeCounter: number
}

const headerBytes = 100
const magic = 'SQLite format 3\0'

/** Undefined for a file that is no SQLite database. */
export function readFileHeader(file: string): FileHeader | undefined {
  const header = readStart(file)
  if (header.toString('latin1', 0, magic.length) !== magic) return undefined
  const changeCounter = header.readUInt32BE(24)
  const isPageCountKept = header.readUInt32BE(92) === changeCounter
  return {
    bytes: statSync(file).size,
    expectedBytes: isPageCountKept ? header.readUInt32BE(28) * pageSizeOf(header) : undefined,
    changeCounter,
  }
}

function readStart(file: string): Buffer {
  const header = Buffer.alloc(headerBytes)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, header, 0, headerBytes, 0)
  } finally {
    closeSync(descriptor)
  }
  return header
}

/** 65,536 does not fit into its two bytes, and stands there as 1. */
function pageSizeOf(header: Buffer): number {
  const size = header.readUInt16BE(16)
  return size === 1 ? 65_536 : size
}
