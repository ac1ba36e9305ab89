import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guestToken, SESSION_COOKIE } from '../../../src/http/auth'
import * as operator from '../../../src/http/operator/contract'
import * as session from '../../../src/http/session/contract'
import * as storeOrders from '../../../src/http/store/orders/contract'
import { welcomeGuest } from '../../../src/people/welcome-guest'
import { staff } from '../../support/door'
import { type City, openCity } from './city'

describe('what surrounds every answer', () => {
  let city: City
  let token: string

  beforeAll(async () => {
    city = await openCity()
    const { personId } = await welcomeGuest(city.app, { name: '林夏', phone: '13800000000', locale: 'zh-CN' })
    token = await guestToken(city.app, personId)
  })
  afterAll(() => city?.close())

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${city.url}${path}`, { headers, redirect: 'manual' })

  it.each([
    '/api/session',
    '/api/store/places',
    '/api/operator/day',
    '/api/nothing',
    '/healthz',
    '/docs',
    '/docs/assets/swagger-ui.css',
    '/openapi.json',
    '/ops/queues',
    '/admin/users',
    '/nothing',
  ])('%s carries the security headers and does not say what it runs on', async (path) => {
    const { headers } = await get(path)
    const policy = Object.fromEntries(
      (headers.get('content-security-policy') ?? '').split(';').map((part) => {
        const [name = '', ...values] = part.trim().split(' ')
        return [name, values.join(' ')]
      }),
    )
    expect(policy).toMatchObject({
      'default-src': "'self'",
      'script-src': "'self' 'wasm-unsafe-eval'",
      'object-src': "'none'",
      'base-uri': "'self'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
      'connect-src': "'self'",
    })
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/)
    expect(headers.get('x-powered-by')).toBeNull()
    // only an installation behind https may promise https
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  it('keeps the session in a cookie no script reads and no other site sends', async () => {
    const { headers } = await city.call(session.beGuest, { body: { name: '林夏', phone: '13800000000' } })
    const cookie = headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(new RegExp(`^${SESSION_COOKIE}=`))
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(flag)
    expect(cookie).not.toContain('Secure')
    expect(cookie).not.toContain('Domain=')
  })

  it('behind https the cookie is secure and browsers are told to stay there', async () => {
    const safe = await openCity({ PUBLIC_URL: 'https://linli.example' })
    try {
      const { headers } = await safe.call(session.beGuest, { body: { name: '林夏', phone: '13800000000' } })
      expect(headers.get('set-cookie')).toContain('Secure')
      expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/)
    } finally {
      await safe.close()
    }
  })

  it('refuses writes with the cookie that come from elsewhere or do not say from where; reads and tokens pass', async () => {
    const cookie = `${SESSION_COOKIE}=${token}`
    const write = async (headers: Record<string, string>) =>
      (await city.call(session.logOut, { headers: { cookie, ...headers } })).status
    expect(await write({ origin: 'https://elsewhere.example' })).toBe(403)
    expect(await write({ origin: 'null' })).toBe(403)
    expect(await write({})).toBe(403)
    expect(await write({ origin: city.url.replace('127.0.0.1', '127.0.0.1.elsewhere.example') })).toBe(403)
    expect(await write({ origin: city.url })).toBe(200)
    const reads = await city.call(storeOrders.listOrders, { headers: { cookie, origin: 'https://elsewhere.example' } })
    expect(reads.status).toBe(200)
    const bearer = await city.call(session.logOut, { token, headers: { origin: 'https://elsewhere.example' } })
    expect(bearer.status).toBe(200)
  })

  it('forgets a cookie that no longer opens anything instead of locking its owner out', async () => {
    const { status, headers, body } = await city.call(session.whoAmI, {
      headers: { cookie: `${SESSION_COOKIE}=expired` },
    })
    expect([status, body.me]).toEqual([200, null])
    expect(headers.get('set-cookie')).toContain(`${SESSION_COOKIE}=;`)
  })

  it('never says what went wrong inside: a fault has a code, a sentence and an id to ask for', async () => {
    const operatorToken = await staff(city.app, 'operator', 'op_suiqiao')
    await city.app.pool.query('alter table ordering.slots rename to slots_away')
    try {
      const { status, body } = await city.call(operator.showDay, { token: operatorToken })
      expect(status).toBe(500)
      expect(Object.keys(body.error).sort()).toEqual(['code', 'message', 'params', 'requestId'])
      expect(JSON.stringify(body)).not.toMatch(/slots|select|relation|\.ts/)
    } finally {
      await city.app.pool.query('alter table ordering.slots_away rename to slots')
    }
  })

  it('opens the queue board to operators alone', async () => {
    const as = async (role: 'operator' | 'kitchen' | undefined) => {
      const authorization = role && `Bearer ${await staff(city.app, role, 'op_suiqiao')}`
      return (await get('/ops/queues', authorization ? { authorization } : {})).status
    }
    expect([await as(undefined), await as('kitchen'), await as('operator')]).toEqual([401, 403, 200])
  })
})
