import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Pool } from '../../platform/database'

/** What one of our own purchases needs, made before the clock runs. */
export interface Shop {
  readonly base: string
  readonly tokens: readonly string[]
  readonly servicePointId: string
  /** The kitchen that cooks it. */
  readonly siteId: string
  readonly offers: readonly { readonly id: string; readonly priceMinor: number }[]
  readonly feeMinor: number
}

interface Menu {
  readonly menus: readonly { readonly site: { readonly id: string }; readonly offers: Shop['offers'] }[]
}

/** Some residents with a session each, a place, and a menu that does not sell out. */
export async function prepareShop(base: string, pool: Pool, residents: number): Promise<Shop> {
  const { rows } = await pool.query<{ id: string; fee: number }>(`
    select p.id, p.fee_minor as fee from places.service_points p
    join places.buildings b on b.id = p.building_id join places.coverage c on c.community_id = b.community_id
    where c.period = 'lunch' and p.kind = 'door' order by p.id limit 1`)
  const point = rows[0]
  if (!point) throw new Error('the demo city has no door with lunch')
  const menu = (await ask(base, `/api/store/menu?servicePointId=${point.id}&period=lunch`)) as Menu
  const [{ site, offers } = { site: { id: '' }, offers: [] }] = menu.menus
  if (offers.length === 0) throw new Error(`nothing is offered at ${point.id}`)
  await pool.query('update ordering.capacity_pools set capacity = 1000000 where offer_id = any($1)', [
    offers.map((offer) => offer.id),
  ])
  const tokens: string[] = []
  for (let i = 0; i < residents; i++) {
    const guest = await ask(base, '/api/session/guest', { name: '林夏', phone: `138${String(i).padStart(8, '0')}` })
    tokens.push((guest as { token: string }).token)
  }
  return { base, tokens, servicePointId: point.id, siteId: site.id, offers, feeMinor: point.fee }
}

let serial = 0

/** One whole purchase: two dishes ordered, the payment opened with it, payment made, order firm. Two calls. */
export async function purchase(shop: Shop, client: number): Promise<{ number: string }> {
  const token = shop.tokens[client % shop.tokens.length] ?? ''
  const which = serial++
  const [one, two] = [shop.offers[which % shop.offers.length], shop.offers[(which + 1) % shop.offers.length]]
  const items = [one, two].flatMap((offer) => (offer ? [{ offerId: offer.id, quantity: 1 }] : []))
  const totalMinor = (one?.priceMinor ?? 0) + (two?.priceMinor ?? 0) + shop.feeMinor
  const body = {
    servicePointId: shop.servicePointId,
    items,
    contact: { name: '林夏', phone: '13800000000' },
    totalMinor,
  }
  const order = (await ask(shop.base, '/api/store/orders', body, token)) as {
    number: string
    payment: { intentId: string }
  }
  await ask(shop.base, `/api/store/local-payments/${order.payment.intentId}`, { decision: 'pay' }, token)
  return order
}

/** Connections are kept open, and nothing but JSON is understood: the generator shares the cores with what it measures. */
const agent = new Agent({ keepAlive: true, maxSockets: 256 })

async function ask(base: string, path: string, body?: object, token?: string): Promise<unknown> {
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': `bench-key-${process.pid}-${serial++}`,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
  const asked = request(`${base}${path}`, { agent, headers, method: body ? 'POST' : 'GET' })
  asked.end(body ? JSON.stringify(body) : undefined)
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  const answer = await text(response)
  if (response.statusCode !== 200 && response.statusCode !== 201)
    throw new Error(`${path} answered ${response.statusCode}: ${answer}`)
  return JSON.parse(answer)
}
