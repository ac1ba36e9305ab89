import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { SignJWT } from 'jose'
import { openCallers } from '../../../src/http/auth'
import { procurementRoutes } from '../../../src/http/procurement/routes'
import type { Route } from '../../../src/http/serve'
import { createServer } from '../../../src/http/server'
import { supplierRoutes } from '../../../src/http/supplier/routes'
import { memberships, persons } from '../../../src/people/schema'
import { cities, operators, sites } from '../../../src/places/schema'
import { openStreams } from '../../../src/platform/realtime'
import type { TestApp } from '../../support/app'
import { OPERATOR, SITE } from '../../support/pantry'

const text = (name: string) => ({ zh: `${name}（中）`, en: name })

export interface Answer {
  readonly status: number
  readonly body: Record<string, unknown> & { error?: { code: string; message: string } }
}

export interface Ask {
  readonly body?: unknown
  readonly key?: string
  readonly language?: string
}

export interface Door {
  readonly call: (who: string, method: string, path: string, ask?: Ask) => Promise<Answer>
  readonly close: () => Promise<void>
}

/** Two tenants with a kitchen each, and the people who work at them. */
export async function settle(app: TestApp): Promise<void> {
  const other = { operatorId: 'op_other', siteId: 'site_other' }
  await app.db.insert(operators).values([
    { id: OPERATOR, name: text('North Kitchens'), kind: 'group' },
    { id: other.operatorId, name: text('Other'), kind: 'acquired' },
  ])
  await app.db
    .insert(cities)
    .values({ id: 'city', name: text('City'), zone: 'Asia/Shanghai', currency: 'CNY', map: {} })
  const site = (id: string, operatorId: string) => {
    return {
      id,
      operatorId,
      cityId: 'city',
      kind: 'kitchen' as const,
      name: text(id),
      zone: 'Asia/Shanghai',
      lat: 30,
      lon: 120,
    }
  }
  await app.db
    .insert(sites)
    .values([site(SITE, OPERATOR), site('site_second', OPERATOR), site(other.siteId, other.operatorId)])
  const people = [
    { id: 'per_buyer', role: 'procurement', operatorId: OPERATOR, scopeId: '' },
    { id: 'per_second', role: 'procurement', operatorId: OPERATOR, scopeId: 'site_second' },
    { id: 'per_stranger', role: 'procurement', operatorId: other.operatorId, scopeId: '' },
    { id: 'per_supplier', role: 'supplier', operatorId: OPERATOR, scopeId: 'sup_grain' },
    { id: 'per_rival', role: 'supplier', operatorId: OPERATOR, scopeId: 'sup_rival' },
    { id: 'per_cook', role: 'kitchen', operatorId: OPERATOR, scopeId: SITE },
  ] as const
  await app.db.insert(persons).values(people.map(({ id }) => ({ id, name: `Name of ${id}` })))
  await app.db.insert(memberships).values(people.map(({ id, ...membership }) => ({ personId: id, ...membership })))
}

/** The real server with the routes of buyers and suppliers, and more if asked, on a port of its own. */
export async function openDoor(app: TestApp, more: readonly Route[] = []): Promise<Door> {
  const streams = openStreams(app.config, app.pool, app.log)
  const routes = [...procurementRoutes, ...supplierRoutes, ...more]
  const http = createServer(app, { callerOf: openCallers(app), streams, routes }).listen(0, '127.0.0.1')
  await new Promise((resolve) => http.once('listening', resolve))
  const { port } = http.address() as AddressInfo
  const secret = new TextEncoder().encode(app.config.JWT_SECRET)
  const token = (personId: string) =>
    new SignJWT({ actor_type: 'member', actor_id: personId })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1h')
      .sign(secret)
  return {
    call: async (who, method, path, { body, key = randomUUID(), language = 'en' } = {}) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await token(who)}`,
          'accept-language': language,
          'idempotency-key': key,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return { status: response.status, body: (await response.json()) as Answer['body'] }
    },
    close: async () => {
      await streams.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
