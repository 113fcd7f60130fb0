import got from 'got'
import pRetry from 'p-retry'
import { execa } from 'execa'

const http = got.extend({ retry: { limit: 0 }, timeout: { request: 200 } })

export const loadFeed = (base, name) => http(`${base}/feeds/${name}`).json()
export const pushDigest = (base, digest) => http.post(`${base}/digests`, { json: digest }).json()
export const loadFlaky = (base, name) => pRetry(() => loadFeed(base, name), { retries: 1, minTimeout: 1 })
export const render = (file) =>
  execa('node', ['-e', `process.exitCode = 3; console.error('no font for', '${file}')`])
export const convert = (file) => execa('pandoc-of-tomorrow', [file])
