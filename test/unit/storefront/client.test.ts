import { readdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, type Asks, type CallOptions } from '../../../storefront/api/call'
import { ApiError, problemOf } from '../../../storefront/api/problem'
import { cancelOrder, listOrders, quote } from '../../../storefront/api/store'

const ROOT = resolve(__dirname, '../../..')

const isOperation = (value: unknown): value is Asks =>
  (typeof value === 'object' || typeof value === 'function') && value !== null && 'method' in value && 'path' in value

async function operationsIn(folder: string, name: RegExp): Promise<Asks[]> {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((file) => name.test(file))
  const modules = files.map((file) => import(join(ROOT, folder, file)) as Promise<Record<string, unknown>>)
  return (await Promise.all(modules)).flatMap((module) => Object.values(module).filter(isOperation))
}

describe('the client', () => {
  it('asks only for what the contracts offer', async () => {
    const nameOf = ({ method, path }: Asks) => `${method} ${path}`
    const offered = new Set((await operationsIn('src/http', /\/contract\.ts$/)).map(nameOf))
    const asked = await operationsIn('storefront/api', /\.ts$/)
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.map(nameOf).filter((name) => !offered.has(name))).toEqual([])
  })

  it('escapes what it puts into an address', () => {
    expect(addressOf('/api/orders/:id', { params: { id: 'a/b?c' } })).toBe('/api/orders/a%2Fb%3Fc')
    expect(addressOf('/api/orders', { query: { q: '番茄 & 牛腩', none: undefined } })).toBe(
      `/api/orders?${new URLSearchParams({ q: '番茄 & 牛腩' }).toString()}`,
    )
  })
})

describe('the client at a server', () => {
  let answer: (req: IncomingMessage, res: ServerResponse) => void
  const server = createServer((req, res) => answer(req, res))
  let options: CallOptions
  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as AddressInfo
    options = { fetcher: (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init) }
  })
  afterAll(() => server.close())

  const failure = (call: Promise<unknown>) => call.then(() => undefined, problemOf)

  it('gives every write a key of its own, or the one that names the act', async () => {
    const keys: unknown[] = []
    answer = (req, res) => {
      keys.push(req.headers['idempotency-key'])
      res.end('{}')
    }
    const order = { params: { orderId: 'ord_1' } }
    await cancelOrder(order, options)
    await cancelOrder(order, options)
    await cancelOrder(order, { ...options, key: 'press-1' })
    expect(keys[0]).not.toBe(keys[1])
    expect(keys[2]).toBe('press-1')
  })

  it('comes again with its note of arrival, under the same key, when it was turned away in a crowd', async () => {
    const came: unknown[] = []
    answer = (req, res) => {
      came.push([req.headers['idempotency-key'], req.headers['x-arrived']])
      if (came.length > 1) return res.end('{}')
      return res.writeHead(503, { 'retry-after': '1', 'x-arrived': 'note' }).end('{}')
    }
    await cancelOrder({ params: { orderId: 'ord_1' } }, { ...options, key: 'press-2' })
    expect(came).toEqual([
      ['press-2', undefined],
      ['press-2', 'note'],
    ])
  })

  it('tells a refusal with its code, sentence, request id and fields', async () => {
    answer = (_req, res) => {
      const fields = [{ path: 'body.items', code: 'too_small' }]
      const error = { code: 'invalid', message: '请检查。', requestId: 'req-1', params: { field: 'items' }, fields }
      res.writeHead(422).end(JSON.stringify({ error }))
    }
    const problem = await failure(quote({ body: { servicePointId: 'sp_1', items: [] } }, options))
    expect(problem).toEqual({
      code: 'invalid',
      message: '请检查。',
      requestId: 'req-1',
      params: { field: 'items' },
      fields: ['body.items'],
      status: 422,
    })
  })

  it('survives an error that is not ours', async () => {
    answer = (_req, res) => res.writeHead(502, { 'x-request-id': 'req-2' }).end('<html>Bad gateway</html>')
    expect(await failure(listOrders({ query: {} }, options))).toMatchObject({
      code: 'internal',
      requestId: 'req-2',
      status: 502,
    })
  })

  it('says "offline" when nobody answers', async () => {
    const nobody = { fetcher: () => fetch('http://127.0.0.1:1/') }
    expect(await failure(listOrders({ query: {} }, nobody))).toMatchObject({ code: 'offline', status: 0 })
  })

  it('reports no failure to somebody who has left', async () => {
    answer = () => {}
    const leaving = new AbortController()
    const call = listOrders({ query: {} }, { ...options, signal: leaving.signal })
    leaving.abort()
    await expect(call).rejects.not.toBeInstanceOf(ApiError)
  })
})
