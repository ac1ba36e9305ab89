import { createHash, timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'
import { INTERNAL_HEADER } from '../platform/commerce-http'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Lets only those in who know the secret; `open` are the paths anybody may ask. Everybody else gets 404: nothing is here. */
export function internalGuard(secret: string, open: (path: string) => boolean): RequestHandler {
  const wanted = digest(secret)
  return (req, res, next) => {
    const given = req.headers[INTERNAL_HEADER]
    const known = typeof given === 'string' && timingSafeEqual(digest(given), wanted)
    if (known || open(req.path)) return next()
    res.status(404).json({ error: { code: 'not_found' } })
  }
}
