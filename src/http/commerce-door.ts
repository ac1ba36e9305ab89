import type { ErrorRequestHandler, Express, RequestHandler } from 'express'
import express from 'express'
import { Refusal } from '../kernel/refusal'
import type { Config } from '../platform/config'
import { internalGuard } from './internal-guard'
import { keyGuard } from './key-guard'

/** Paths of Medusa's own admin, which a browser asks; Medusa's login guards what lies behind. */
const ADMIN_PATHS = /^\/(app|admin|auth\/user|auth\/session|auth\/token)(\/|$)/

/** The Express server of commerce with everything that stands in front of Medusa: secret, body rules, key guard. */
export function commerceDoor(config: Config): Express {
  const door = express()
  door.disable('x-powered-by')
  door.get('/health', (_req, res) => void res.json({ ok: true }))
  door.use(internalGuard(config.COMMERCE_SECRET, (path) => config.ADMIN && ADMIN_PATHS.test(path)))
  // Medusa's own parsers skip a body that is already parsed
  door.use(jsonOnly(config.ADMIN), express.json({ limit: '2mb' }), keyGuard, refuse)
  return door
}

/** The guard reads parsed JSON, so no other kind of body may pass it; files are for the admin alone. */
const jsonOnly = (files: boolean): RequestHandler => {
  return (req, _res, next) => {
    const type = req.headers['content-type'] ?? ''
    const known =
      type === '' || type.startsWith('application/json') || (files && type.startsWith('multipart/form-data'))
    next(known ? undefined : new Refusal('bad_request'))
  }
}

/** Answers what was refused above, before Medusa sees it. */
const refuse: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  const refusal = error instanceof Refusal ? error : unreadable(error)
  if (refusal) res.status(refusal.status).json({ error: { code: refusal.code } })
  else next(error)
}

/** What the JSON parser says of a body it cannot take. */
function unreadable(error: unknown): Refusal | undefined {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined
  if (type === 'entity.too.large') return new Refusal('too_large')
  return type === 'entity.parse.failed' ? new Refusal('invalid_json') : undefined
}
