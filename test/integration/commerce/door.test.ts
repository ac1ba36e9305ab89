import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Request, type Response } from 'express'
import fc from 'fast-check'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerErrors } from '../../../src/http/errors'
import { proxy } from '../../../src/http/proxy'
import { openCommerce } from '../../../src/platform/commerce'
import { caller } from '../../support/door'
import { medusaForFile, OPERATORS } from './medusa'

const medusa = medusaForFile()
const secret = () => medusa.app.config.COMMERCE_SECRET
const PASSWORD = 'a-long-enough-password'

type Said = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> }

const ask = (path: string, init: Said = {}) => fetch(`${medusa.stack.commerceUrl}${path}`, init)
const withSecret = (path: string, init: Said = {}) =>
  ask(path, { ...init, headers: { 'x-linli-internal': secret(), ...init.headers } })

describe('without the secret', () => {
  it.each([
    ['POST', '/internal/setup'],
    ['POST', '/internal/orders'],
    ['GET', '/internal/prices'],
    ['GET', '/store/products'],
    ['GET', '/store/orders/order_1'],
    ['POST', '/store/carts'],
    ['GET', '/admin/orders'],
    ['POST', '/auth/customer/emailpass'],
    ['POST', '/auth/user/emailpass/register'],
    ['POST', '/hooks/payment/pp_system'],
    ['GET', '/app'],
    ['GET', '/static/x'],
  ])('%s %s does not exist', async (method, path) => {
    const wrong = await ask(path, { method, headers: { 'x-linli-internal': `${secret()}x` } })
    const none = await ask(path, { method })
    expect([none.status, wrong.status]).toEqual([404, 404])
  })

  it('only health answers', async () => {
    expect((await ask('/health')).status).toBe(200)
  })
})

describe('hostile input', () => {
  const name = fc.stringMatching(/^[a-z]{1,8}$/)
  const bad = fc.constantFrom('__proto__', 'constructor', 'prototype', 'constructor.prototype', '__proto__.x')
  const steps = fc.tuple(fc.array(name, { maxLength: 2 }), bad, fc.array(name, { maxLength: 2 }))
  const path = fc.constantFrom(
    '/store/products',
    '/store/regions',
    '/admin/products',
    '/store/customers',
    '/auth/customer/emailpass',
  )
  const form = fc.constantFrom('brackets', 'dots', 'fields', 'order', 'body', 'list')

  const send = (to: string, parts: readonly string[], as: string) => {
    const value = encodeURIComponent(parts.join('.'))
    const [first, ...rest] = parts
    const nested = (leaf: unknown) =>
      parts.reduceRight((inner, key) => `{${JSON.stringify(key)}:${inner}}`, JSON.stringify(leaf))
    if (as === 'body' || as === 'list') {
      const body = as === 'list' ? `{"items":[${nested(1)}]}` : nested({ polluted: true })
      return withSecret(to, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    }
    const query = {
      brackets: `${first}${rest.map((step) => `[${step}]`).join('')}=polluted`,
      dots: `${parts.join('.')}=polluted`,
      fields: `fields=id,${value}`,
      order: `order=-${value}`,
    }[as]
    return withSecret(`${to}?${query}`)
  }

  it('leaves Object.prototype clean after 10,000 random requests', { timeout: 240_000 }, async () => {
    const requests = fc.sample(fc.tuple(path, steps, form), { numRuns: 10_000, seed: 17 })
    const answers = new Map<number, number>()
    const next = async () => {
      for (let one = requests.pop(); one; one = requests.pop()) {
        const [to, [before, hostile, after], as] = one
        const response = await send(to, [...before, ...hostile.split('.'), ...after], as)
        await response.arrayBuffer()
        answers.set(response.status, (answers.get(response.status) ?? 0) + 1)
      }
    }
    await Promise.all(Array.from({ length: 16 }, next))
    expect([...answers]).toEqual([[400, 10_000]])
    expect(await medusa.commerce.selfCheck()).toEqual({ pollution: [], proprietary: [] })
    expect((await withSecret('/internal/prices')).status).toBe(200)
  })

  it('takes no other body than JSON, and none that is broken or too large', async () => {
    const post = async (type: string, body: string) => {
      const response = await withSecret('/internal/setup', { method: 'POST', body, headers: { 'content-type': type } })
      return { status: response.status, body: await response.json() }
    }
    const error = (code: string) => ({ error: { code } })
    expect(await post('application/x-www-form-urlencoded', 'a[__proto__][b]=1')).toEqual({
      status: 400,
      body: error('bad_request'),
    })
    expect(await post('application/json', '{"operators":')).toEqual({ status: 400, body: error('invalid_json') })
    expect(await post('application/json', `"${'x'.repeat(2_200_000)}"`)).toEqual({
      status: 413,
      body: error('too_large'),
    })
  })

  it('refuses a body that does not fit', async () => {
    const body = JSON.stringify({ orders: [{ orderId: 'ord_1' }] })
    const headers = { 'content-type': 'application/json' }
    expect((await withSecret('/internal/orders', { method: 'POST', body, headers })).status).toBe(400)
  })
})

describe('what is proprietary', () => {
  it('is neither loaded nor in the database', async () => {
    expect((await medusa.commerce.selfCheck()).proprietary).toEqual([])
    const { rows } = await medusa.app.pool.query(`select tablename from pg_tables where tablename like 'rbac%'`)
    expect(rows).toEqual([])
    // Medusa's open link package makes the tables that would tie users to roles; nothing ever writes them
    const { rows: ties } = await medusa.app.pool.query(
      'select user_id as id from user_rbac_role union select invite_id from invite_rbac_role',
    )
    expect(ties).toEqual([])
  })
})

describe('logins', () => {
  const logins = [
    { actor: 'customer' as const, email: 'Lin@linli.example', name: '林若禾' },
    { actor: 'member' as const, email: 'kitchen@linli.example', name: '丁海峰', personId: 'per_kitchen' },
    { actor: 'member' as const, email: 'lin@linli.example', name: '林若禾', personId: 'per_lin' },
  ]
  const create = () => medusa.commerce.createIdentities({ password: PASSWORD, identities: logins })

  it('are made once and stand for their actors', async () => {
    const [first, second] = await Promise.all([create(), create()])
    expect(second).toEqual(first)
    const asCustomer = decodeJwt(await medusa.commerce.login('lin@linli.example', PASSWORD, 'customer'))
    expect(asCustomer).toMatchObject({ actor_type: 'customer', actor_id: first['Lin@linli.example'] })
    const asMember = decodeJwt(await medusa.commerce.login('LIN@linli.example', PASSWORD, 'member'))
    expect(asMember).toMatchObject({ actor_type: 'member', actor_id: 'per_lin' })
    const kitchen = decodeJwt(await medusa.commerce.login('kitchen@linli.example', PASSWORD, 'member'))
    expect(kitchen).toMatchObject({ actor_type: 'member', actor_id: 'per_kitchen' })
  })

  it.each([
    ['a wrong password', 'kitchen@linli.example', 'wrong-password', 'member'],
    ['nobody', 'nobody@linli.example', PASSWORD, 'member'],
    ['another kind of actor', 'kitchen@linli.example', PASSWORD, 'customer'],
  ] as const)('refuse %s', async (_, email, password, actor) => {
    await create()
    await expect(medusa.commerce.login(email, password, actor)).rejects.toThrow('wrong_credentials')
  })

  it('take back an address a stranger registered before', async () => {
    const email = 'early@linli.example'
    const body = JSON.stringify({ email, password: 'a-strangers-password' })
    const headers = { 'content-type': 'application/json' }
    await withSecret('/auth/member/emailpass/register', { method: 'POST', body, headers })
    await medusa.commerce.createIdentities({
      password: PASSWORD,
      identities: [{ actor: 'member', email, name: 'x', personId: 'per_x' }],
    })
    await expect(medusa.commerce.login(email, 'a-strangers-password', 'member')).rejects.toThrow('wrong_credentials')
    await medusa.commerce.login(email, PASSWORD, 'member')
  })

  it('are refused as "unavailable" while commerce is away', async () => {
    const away = openCommerce({ ...medusa.app.config, COMMERCE_URL: 'http://127.0.0.1:9' })
    await expect(away.login('a@b.cn', PASSWORD, 'member')).rejects.toThrow('commerce_unavailable')
  })
})

describe('customers without an account', () => {
  it('are made once', async () => {
    const guests = [{ email: 'guest@linli.example', name: '客' }]
    const [first, second] = await Promise.all([1, 2].map(() => medusa.commerce.upsertCustomers(guests)))
    expect(second).toEqual(first)
  })
})

describe('the proxy of web', () => {
  let web: Server
  let url = ''
  beforeAll(async () => {
    await medusa.commerce.setup({ operators: OPERATORS })
    const server = express()
    server.use(
      proxy(medusa.app.config),
      (_req: Request, res: Response) => void res.json({ passed: true }),
      answerErrors(medusa.app),
    )
    web = server.listen(0, '127.0.0.1')
    await once(web, 'listening')
    url = `http://127.0.0.1:${(web.address() as AddressInfo).port}`
  })
  afterAll(() => void web.close())

  it('lets a customer register, log in and read the own account', async () => {
    const account = { email: 'new@linli.example', password: PASSWORD }
    const visitor = caller(url)
    const { body: registered } = await visitor.post('/auth/customer/emailpass/register', account)
    const made = await caller(url, registered.token).post('/store/customers', {
      email: account.email,
      first_name: '新',
    })
    expect(made.status).toBe(200)
    const { body: login } = await visitor.post('/auth/customer/emailpass', account)
    const me = await caller(url, login.token).get('/store/customers/me')
    expect(me.body).toMatchObject({ customer: { id: made.body.customer.id, email: account.email } })
    expect((await visitor.get('/store/customers/me')).status).toBe(401)
  })

  it.each([
    ['GET', '/store/products'],
    ['GET', '/store/orders/order_1'],
    ['POST', '/store/carts'],
    ['POST', '/auth/member/emailpass/register'],
    ['POST', '/auth/user/emailpass'],
    ['GET', '/admin/orders'],
    ['POST', '/internal/setup'],
    ['GET', '/store/customers/me?fields=orders'],
    ['GET', '/store/customers/me/addresses'],
    ['DELETE', '/store/customers/me'],
  ])('answers %s %s with 404', async (method, path) => {
    expect((await fetch(`${url}${path}`, { method })).status).toBe(404)
  })

  it('leaves every other path to web', async () => {
    expect((await caller(url).get('/api/store/menu')).body).toEqual({ passed: true })
  })

  it('refuses hostile keys, large bodies and guessing', async () => {
    const post = (body: string) =>
      fetch(`${url}/auth/customer/emailpass`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    expect((await post('{"__proto__":{"x":1}}')).status).toBe(400)
    expect((await post(JSON.stringify({ email: 'x'.repeat(11_000) }))).status).toBe(413)
    const guesses = Array.from({ length: 25 }, () =>
      post(JSON.stringify({ email: 'guess@linli.example', password: 'x' })),
    )
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(5)
  })
})
