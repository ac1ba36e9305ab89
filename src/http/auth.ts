import type { Request, RequestHandler } from 'express'
import { jwtVerify, SignJWT } from 'jose'
import { LRUCache } from 'lru-cache'
import { Refusal } from '../kernel/refusal'
import { findIdentity } from '../people/queries'
import type { App } from '../platform/app'
import type { Caller } from './caller'

export const SESSION_COOKIE = 'linli_session'
const GUEST_DAYS = 30
/** A changed role is felt after this long. */
const IDENTITY_MS = 5_000

declare module 'express-serve-static-core' {
  interface Request {
    /** The instant the request reached us, on the service clock. */
    receivedAt: Date
    caller?: Caller
    locale: 'zh-CN' | 'en'
    requestId: string
  }
}

const secretOf = (app: App) => new TextEncoder().encode(app.config.JWT_SECRET)

/** A session for somebody without an account. */
export const guestToken = (app: App, personId: string): Promise<string> =>
  new SignJWT({ actor_type: 'guest', actor_id: personId })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime(`${GUEST_DAYS}d`)
    .sign(secretOf(app))

/**
 * Finds out who calls, from a bearer token or the session cookie: Medusa's for people with an account, ours for guests.
 * No token is nobody; a bad one is refused, so that an expired session is noticed.
 */
export function authenticate(app: App): RequestHandler {
  const secret = secretOf(app)
  const known = new LRUCache<string, Caller>({ max: 10_000, ttl: IDENTITY_MS })
  const callerOf = async (token: string): Promise<Caller> => {
    const cached = known.get(token)
    if (cached) return cached
    const { payload } = await jwtVerify(token, secret, { algorithms: ['HS256'] }).catch(() => {
      throw new Refusal('unauthenticated')
    })
    const id = payload['actor_id']
    if (typeof id !== 'string' || id === '') throw new Refusal('unauthenticated')
    const who = payload['actor_type'] === 'customer' ? { customerId: id } : { personId: id }
    const identity = await findIdentity(app, who)
    if (!identity) throw new Refusal('unauthenticated')
    const { personId, name, memberships } = identity
    // what the token is for bounds what it opens: a guest's or customer's token never carries a staff role
    const staff = payload['actor_type'] === 'member'
    const caller = { personId, name, memberships: memberships.filter(({ role }) => staff || CUSTOMER_ROLES.has(role)) }
    known.set(token, caller)
    return caller
  }
  return (req, _res, next) => {
    const token = tokenOf(req)
    if (!token) return next()
    callerOf(token).then((caller) => {
      req.caller = caller
      next()
    }, next)
  }
}

const CUSTOMER_ROLES = new Set(['resident', 'employee', 'company_admin'])

function tokenOf(req: Request): string | undefined {
  const { authorization } = req.headers
  if (authorization?.startsWith('Bearer ')) return authorization.slice('Bearer '.length)
  return cookieOf(req, SESSION_COOKIE)
}

/** One cookie of the request, decoded. */
export function cookieOf(req: Request, name: string): string | undefined {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  const value = pairs
    .find(([key]) => key === name)
    ?.slice(1)
    .join('=')
  return value ? decodeURIComponent(value) : undefined
}

/** Writes with a cookie must come from our own pages: the browser says where from. */
export const sameOriginWrites = (app: App): RequestHandler => {
  return (req, _res, next) => {
    const reads = req.method === 'GET' || req.method === 'HEAD'
    if (reads || req.headers.authorization || !cookieOf(req, SESSION_COOKIE)) return next()
    const origin = req.headers.origin
    const own = app.config.PUBLIC_URL ? new URL(app.config.PUBLIC_URL).host : req.headers.host
    const same = origin !== undefined && [own, req.headers.host].includes(hostOf(origin))
    next(same ? undefined : new Refusal('forbidden'))
  }
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)
