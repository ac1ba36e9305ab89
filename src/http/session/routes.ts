import type { Response } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Refusal } from '../../kernel/refusal'
import { DEMO_DOMAIN, listDemoAccounts } from '../../people/demo-accounts'
import { loginOf } from '../../people/queries'
import { welcomeGuest } from '../../people/welcome-guest'
import type { App } from '../../platform/app'
import { type CallerOf, guestToken, SESSION_COOKIE } from '../auth'
import type { Caller } from '../caller'
import { type Route, serve } from '../serve'
import * as contract from './contract'

/** Checks e-mail and password where logins live. @throws Refusal `wrong_credentials`, `commerce_unavailable`. */
export type CheckPassword = (email: string, password: string, actor: 'customer' | 'member') => Promise<string>

/** Wrong passwords allowed for one address from one place in a quarter of an hour. */
const WRONG_PASSWORDS = { points: 10, duration: 900 }
/** Guests one address may become in an hour: an office behind one address, and no robot. */
const NEW_GUESTS = { points: 2_000, duration: 3_600 }

/** Where each role starts; the first that fits. */
const HOMES: readonly [string, string][] = [
  ['operator', '/console'],
  ['procurement', '/console/procurement'],
  ['supplier', '/console/supplier'],
  ['kitchen', '/kitchen'],
  ['courier', '/courier'],
  ['till', '/till'],
  ['provider', '/console/provider'],
  ['dispatcher', '/console/dispatch'],
  ['company_admin', '/company'],
]

/** Logging in and out, and being a guest. */
export function sessionRoutes(checkPassword: CheckPassword, callerOf: CallerOf): Route[] {
  const wrongPasswords = new RateLimiterMemory(WRONG_PASSWORDS)
  const newGuests = new RateLimiterMemory(NEW_GUESTS)
  return [
    serve(contract.logIn, async ({ app, body: { email, password }, res }) => {
      const who = `${res.req.ip}:${email.toLowerCase()}`
      const tried = await wrongPasswords.get(who)
      if ((tried?.consumedPoints ?? 0) >= WRONG_PASSWORDS.points) throw new Refusal('too_many_requests')
      if (email.endsWith(DEMO_DOMAIN) && !app.config.DEMO) throw new Refusal('wrong_credentials')
      const token = await checkPassword(email, password, await loginOf(app, email)).catch(async (error: unknown) => {
        await wrongPasswords.consume(who).catch(() => undefined)
        throw error
      })
      await wrongPasswords.delete(who)
      keep(app, res, token)
      return { token, me: meOf(await callerOf(token), false) }
    }),

    serve(contract.beGuest, async ({ app, body: { name, phone }, locale, res }) => {
      await newGuests.consume(res.req.ip ?? '').catch(() => {
        throw new Refusal('too_many_requests')
      })
      const { personId } = await welcomeGuest(app, { name, phone, locale })
      const token = await guestToken(app, personId)
      keep(app, res, token)
      return { token, me: meOf({ personId, name, memberships: [] }, true) }
    }),

    serve(contract.whoAmI, async ({ app, caller }) => {
      const { DEMO: demo, STRIPE_SECRET_KEY } = app.config
      const installation = {
        demo,
        now: app.now().toISOString(),
        stripe: STRIPE_SECRET_KEY !== undefined,
        demoAccounts: await listDemoAccounts(app),
      }
      return { me: caller.personId ? meOf(caller, caller.memberships.length === 0) : null, installation }
    }),

    serve(contract.logOut, async ({ res }) => {
      res.clearCookie(SESSION_COOKIE, { path: '/' })
      return { done: true as const }
    }),
  ]
}

function keep(app: App, res: Response, token: string): void {
  const secure = app.config.PUBLIC_URL?.startsWith('https:') ?? false
  res.cookie(SESSION_COOKIE, token, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: 30 * 86_400_000 })
}

function meOf({ personId, name, memberships }: Caller, guest: boolean) {
  const home = HOMES.find(([role]) => memberships.some((membership) => membership.role === role))?.[1] ?? '/'
  return { personId, name, guest, roles: memberships.map((membership) => ({ ...membership })), home }
}
