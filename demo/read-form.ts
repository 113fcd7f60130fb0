import express, { type RequestHandler } from 'express'

/** Bodies as JSON; a broken one fails here, as it does in real shops. */
export function readForm(): RequestHandler {
  return express.json({ limit: '100kb' })
}
