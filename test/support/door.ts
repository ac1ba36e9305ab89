import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import { SignJWT } from 'jose'
import { guestToken, openCallers } from '../../src/http/auth'
import type { Route } from '../../src/http/serve'
import { createServer } from '../../src/http/server'
import { memberships, persons, type Role } from '../../src/people/schema'
import { welcomeGuest } from '../../src/people/welcome-guest'
import type { App } from '../../src/platform/app'
import { openStreams } from '../../src/platform/realtime'
import type { TestApp } from './app'

/** Some routes on a real server of their own, with doors that read the raw request before them. */
export async function openDoor(app: TestApp, routes: readonly Route[], beforeBody?: (server: Express) => void) {
  const streams = openStreams(app.config, app.pool, app.log)
  const server = createServer(app, {
    callerOf: openCallers(app),
    streams,
    routes,
    ...(beforeBody ? { beforeBody } : {}),
  })
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

/** Somebody who works for a tenant (in one site, or in all), and the token of the session. */
export async function staff(app: App, role: Role, operatorId: string, scopeId = ''): Promise<string> {
  const id = `per_${randomUUID()}`
  await app.db.insert(persons).values({ id, name: role })
  await app.db.insert(memberships).values({ personId: id, role, operatorId, scopeId })
  const token = new SignJWT({ actor_type: 'member', actor_id: id }).setProtectedHeader({ alg: 'HS256' })
  return token.setExpirationTime('1h').sign(new TextEncoder().encode(app.config.JWT_SECRET))
}

/** Somebody without an account. */
export async function guest(app: App): Promise<string> {
  const { personId } = await welcomeGuest(app, { name: '林夏', phone: '13800000000', locale: 'zh-CN' })
  return guestToken(app, personId)
}

export interface Answered {
  readonly status: number
  // a test reads whatever the door answered
  readonly body: any
}

/** Calls the door as somebody. */
export function caller(url: string, token?: string) {
  const call = async (
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answered> => {
    const res = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        'content-type': 'application/json',
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer = await res.json()
    // "not now" is an answer a client repeats, under the same key
    if (res.status === 503) {
      await sleep(20)
      return call(method, path, body, headers)
    }
    return { status: res.status, body: answer }
  }
  return {
    get: (path: string, headers: Record<string, string> = {}) => call('GET', path, undefined, headers),
    post: (path: string, body?: unknown, key: string = randomUUID()) =>
      call('POST', path, body, { 'idempotency-key': key }),
    put: (path: string, body?: unknown, key: string = randomUUID()) =>
      call('PUT', path, body, { 'idempotency-key': key }),
    delete: (path: string) => call('DELETE', path, undefined, {}),
  }
}

export interface Heard {
  readonly id: string
  readonly event: string
  readonly data: unknown
}

/** Listens to a stream of server-sent events until it has said so many, then leaves. Heartbeats do not count. */
export async function listenTo(url: string, token: string, count: number, lastEventId?: string): Promise<Heard[]> {
  const stop = new AbortController()
  const headers = { authorization: `Bearer ${token}`, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) }
  const response = await fetch(url, { headers, signal: stop.signal })
  if (!response.body) throw new Error('the stream has no body')
  const heard: Heard[] = []
  let rest = ''
  for await (const chunk of Readable.fromWeb(response.body as ReadableStream).setEncoding('utf8')) {
    const blocks = (rest + String(chunk)).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
      if (field('id')) heard.push({ id: field('id'), event: field('event'), data: JSON.parse(field('data')) })
    }
    if (heard.length >= count) break
  }
  stop.abort()
  return heard
}
