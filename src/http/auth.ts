import type { Request, RequestHandler } from 'express'
import { jwtVerify, SignJWT } from 'jose'
import { LRUCache } from 'lru-cache'
import { Refusal } from '../kernel/refusal'
import { findIdentity } from '../people/queries'
import { welcomeCustomer } from '../people/welcome-customer'
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

/** Turns a token into the caller it speaks for. @throws Refusal `unauthenticated`. */
export type CallerOf = (token: string) => Promise<Caller>

/** Verifies tokens, Medusa's for people with an account and ours for guests, and looks up what they may do. */
export function openCallers(app: App): CallerOf {
  const secret = secretOf(app)
  const known = new LRUCache<string, Caller>({ max: 10_000, ttl: IDENTITY_MS })
  /** Who registered in Medusa is a resident here from the first visit on. */
  const customerOf = async (customerId: string) => {
    const found = await findIdentity(app, { customerId })
    if (!found) await welcomeCustomer(app, { customerId })
    return found ?? findIdentity(app, { customerId })
  }
  return async (token) => {
    const cached = known.get(token)
    if (cached) return cached
    const { payload } = await jwtVerify(token, secret, { algorithms: ['HS256'] }).catch(() => {
      throw new Refusal('unauthenticated')
    })
    const id = payload['actor_id']
    if (typeof id !== 'string' || id === '') throw new Refusal('unauthenticated')
    const identity =
      payload['actor_type'] === 'customer' ? await customerOf(id) : await findIdentity(app, { personId: id })
    if (!identity) throw new Refusal('unauthenticated')
    const { personId, name, memberships } = identity
    // what the token is for bounds what it opens: a guest's or customer's token never carries a staff role
    const staff = payload['actor_type'] === 'member'
    const caller = { personId, name, memberships: memberships.filter(({ role }) => staff || CUSTOMER_ROLES.has(role)) }
    known.set(token, caller)
    return caller
  }
}

/** Finds out who calls, from a bearer token or the session cookie. No token is nobody; a bad cookie is nobody too. */
export const authenticate = (callerOf: CallerOf): RequestHandler => {
  return (req, res, next) => {
    const token = tokenOf(req)
    if (!token) return next()
    callerOf(token).then(
      (caller) => {
        req.caller = caller
        next()
      },
      (error: unknown) => {
        if (!(error instanceof Refusal) || req.headers.authorization) return next(error)
        // an expired cookie must not lock anybody out of the log-in page
        res.clearCookie(SESSION_COOKIE, { path: '/' })
        next()
      },
    )
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
