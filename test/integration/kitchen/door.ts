import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SignJWT } from 'jose'
import { openCallers } from '../../../src/http/auth'
import { kitchenRoutes } from '../../../src/http/kitchen/routes'
import type { Route } from '../../../src/http/serve'
import { createServer } from '../../../src/http/server'
import { memberships, persons } from '../../../src/people/schema'
import { sites } from '../../../src/places/schema'
import { openStreams } from '../../../src/platform/realtime'
import type { TestApp } from '../../support/app'

/** The kitchen's routes, or others, on a server of their own. */
export async function openDoor(app: TestApp, routes: readonly Route[] = kitchenRoutes) {
  const streams = openStreams(app.config, app.pool, app.log)
  const server = createServer(app, { callerOf: openCallers(app), streams, routes })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  const close = async () => {
    listening.close()
    listening.closeAllConnections()
    await streams.close()
  }
  return { url: `http://127.0.0.1:${port}`, close }
}

export const addSite = (app: TestApp, id: string, operatorId: string) =>
  app.db.insert(sites).values({
    id,
    operatorId,
    cityId: 'city',
    kind: 'kitchen',
    name: { zh: id, en: id },
    zone: 'Asia/Shanghai',
    lat: 0,
    lon: 0,
  })

/** Somebody who works for a tenant (in one site, or in all), and the token of the session. */
export async function staff(app: TestApp, operatorId: string, scopeId = '', role: 'kitchen' | 'courier' = 'kitchen') {
  const id = `per_${randomUUID()}`
  await app.db.insert(persons).values({ id, name: 'Cook' })
  await app.db.insert(memberships).values({ personId: id, role, operatorId, scopeId })
  const token = new SignJWT({ actor_type: 'member', actor_id: id }).setProtectedHeader({ alg: 'HS256' })
  return token.setExpirationTime('1h').sign(new TextEncoder().encode(app.config.JWT_SECRET))
}

/** Calls the door as somebody. */
export const caller = (url: string, token: string) => ({
  get: (path: string) => fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } }),
  post: (path: string, body?: unknown, key: string = randomUUID()) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
})

/** Reads a stream of server-sent events until it has said so many, then leaves. Heartbeats do not count. */
export async function readStream(url: string, token: string, count: number, lastEventId?: string) {
  const stop = new AbortController()
  const headers = { authorization: `Bearer ${token}`, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) }
  const response = await fetch(url, { headers, signal: stop.signal })
  if (!response.body) throw new Error('the stream has no body')
  const events: { id: string; event: string; data: unknown }[] = []
  let rest = ''
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + chunk).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
      if (field('id')) events.push({ id: field('id'), event: field('event'), data: JSON.parse(field('data')) })
    }
    if (events.length >= count) break
  }
  stop.abort()
  return events
}
