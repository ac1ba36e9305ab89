import type { Request, RequestHandler, Response } from 'express'
import express from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Refusal } from '../kernel/refusal'
import { openCommerce } from '../platform/commerce'
import { COMMERCE_TIMEOUT_MS, INTERNAL_HEADER } from '../platform/commerce-http'
import type { Config } from '../platform/config'
import { keyGuard } from './key-guard'

/** The few routes of Medusa the outside may use: a customer's login, registration and own account. */
const OPEN = new Set([
  'POST /auth/customer/emailpass',
  'POST /auth/customer/emailpass/register',
  'POST /store/customers',
  'GET /store/customers/me',
  'POST /store/customers/me',
])
const MAX_BODY = '10kb'
/** Passwords one place may try for one address in a quarter of an hour, right or wrong. */
const TRIES = { points: 20, duration: 900 }

/** Prefixes of Medusa: whatever is below them and not open does not exist. */
const OURS = /^\/(auth|store|admin|hooks|internal)(\/|$)/

/** Passes the open routes on to commerce, without cookies and without queries; answers 404 below Medusa's other paths. */
export function proxy(config: Config): RequestHandler {
  const commerce = openCommerce(config)
  let key: Promise<string> | undefined
  /** Medusa's store routes ask for it; it opens sales channels and is no secret. */
  const publishableKey = () => {
    key ??= commerce.publishableKey()
    key.catch(() => (key = undefined)) // commerce may be back at the next request
    return key
  }
  const forward = async (req: Request, res: Response) => {
    const { authorization } = req.headers
    const response = await fetch(new URL(req.path, config.COMMERCE_URL), {
      method: req.method,
      signal: AbortSignal.timeout(COMMERCE_TIMEOUT_MS),
      redirect: 'error',
      headers: {
        [INTERNAL_HEADER]: config.COMMERCE_SECRET,
        'content-type': 'application/json',
        'x-publishable-api-key': await publishableKey(),
        ...(authorization ? { authorization } : {}),
      },
      ...(req.method === 'POST' ? { body: JSON.stringify(req.body) } : {}),
    }).catch(() => {
      throw new Refusal('commerce_unavailable')
    })
    res.status(response.status).type('application/json').setHeader('cache-control', 'no-store')
    res.send(Buffer.from(await response.arrayBuffer()))
  }

  const pass: RequestHandler = (req, res, next) => void forward(req, res).catch(next)
  const steps = express.Router().use(express.json({ limit: MAX_BODY }), keyGuard, slowGuessing(), pass)
  return (req, res, next) => {
    if (!OURS.test(req.path)) return next()
    const open = OPEN.has(`${req.method} ${req.path}`) && !req.originalUrl.includes('?')
    if (open) steps(req, res, next)
    else next(new Refusal('not_found'))
  }
}

function slowGuessing(): RequestHandler {
  const tries = new RateLimiterMemory(TRIES)
  return (req, _res, next) => {
    if (!req.path.startsWith('/auth/')) return next()
    const who = `${req.ip}:${String(req.body?.email).toLowerCase()}`
    tries.consume(who).then(
      () => next(),
      () => next(new Refusal('too_many_requests')),
    )
  }
}
