import type { Response } from 'express'
import * as z from 'zod'

/** A file as the answer of a route. */
export class Download {
  readonly name: string
  readonly content: Buffer

  constructor(name: string, content: Buffer) {
    this.name = name
    this.content = content
  }
}

export const download = z.instanceof(Download).meta({
  override: { type: 'string', format: 'binary' },
  description: 'The file, as a download.',
})

/** Somebody else wrote the file and its name: no browser may ever show it as a page of ours. */
export function sendDownload(response: Response, { name, content }: Download): void {
  response.attachment(name.replaceAll(/[/\\\p{Cc}]/gu, '_'))
  response.set('Content-Type', 'application/octet-stream')
  response.set('Content-Security-Policy', "sandbox; default-src 'none'")
  response.send(content)
}
