import { decodeJwt } from 'jose'
import { z } from 'zod'
import { Refusal } from '../kernel/refusal'
import * as contract from './commerce-contract'
import { ask, CommerceFault } from './commerce-http'
import type { Config } from './config'

export type Actor = 'customer' | 'member'

/**
 * Medusa, as web and worker see it. Lists may be of any length: they are said in portions that fit the timeout, 4 s, or a
 * minute for what only seeding does. All writing may be repeated. @throws Refusal `commerce_unavailable` when it cannot be
 * reached or takes longer.
 */
export interface Commerce {
  /** A login token for somebody. @throws Refusal `wrong_credentials`. */
  readonly login: (email: string, password: string, actor: Actor) => Promise<string>
  readonly setup: (store: z.input<typeof contract.SetupBody>) => Promise<contract.Store>
  /** Answers Medusa's ids by our dish id. */
  readonly upsertProducts: (
    products: readonly contract.ProductInput[],
  ) => Promise<Record<string, { productId: string; variantId: string }>>
  /** Prices of these variants, of all repriced since an instant, or of everything. */
  readonly prices: (which?: { variantIds?: readonly string[]; updatedSince?: Date }) => Promise<contract.PriceNow[]>
  readonly setPrices: (prices: readonly { variantId: string; priceMinor: number }[]) => Promise<void>
  readonly recordOrders: (orders: readonly contract.OrderRecord[]) => Promise<contract.Outcome>
  readonly recordFulfilments: (fulfilments: readonly contract.FulfilmentRecord[]) => Promise<contract.Outcome>
  readonly recordRefunds: (refunds: readonly contract.RefundRecord[]) => Promise<contract.Outcome>
  readonly recordCancellations: (orderIds: readonly string[]) => Promise<contract.Outcome>
  /** How orders stand on Medusa's books; unknown ones are left out. */
  readonly orderRecords: (orderIds: readonly string[]) => Promise<contract.RecordedOrder[]>
  /** Logins with one password; answers Medusa's customer ids by e-mail address. */
  readonly createIdentities: (logins: contract.IdentitiesInput) => Promise<Record<string, string>>
  /** Customers without an account; answers their ids by e-mail address. */
  readonly upsertCustomers: (customers: readonly { email: string; name: string }[]) => Promise<Record<string, string>>
  /** Opens Medusa's store routes; no secret. */
  readonly publishableKey: () => Promise<string>
  readonly selfCheck: () => Promise<z.infer<typeof contract.SelfCheck>>
}

/** Seeding on a busy machine, beside everything else that starts. */
const SEEDING_MS = 60_000

/** What one request may hold, so that it is done well within the timeout on a busy machine. */
const PORTION = { products: 20, prices: 20, orders: 50, fulfilments: 25, refunds: 50, ids: 50, people: 200 } as const

export function openCommerce(config: Config): Commerce {
  const post = <T extends z.ZodType>(path: string, body: unknown, answer: T) =>
    ask(config, { method: 'POST', path, body, answer })
  const seed = <T extends z.ZodType>(path: string, body: unknown, answer: T) =>
    ask(config, { method: 'POST', path, body, answer, timeoutMs: SEEDING_MS })
  const get = <T extends z.ZodType>(path: string, answer: T) => ask(config, { method: 'GET', path, answer })

  const record = async <R>(path: string, name: string, records: readonly R[], size: number) => {
    const outcomes = await inPortions(records, size, (some) => post(path, { [name]: some }, contract.Outcome))
    return {
      done: outcomes.flatMap(({ done }) => done),
      known: outcomes.flatMap(({ known }) => known),
      missing: outcomes.flatMap(({ missing }) => missing),
    }
  }

  return {
    login: async (email, password, actor) => {
      const body = { email: email.toLowerCase(), password }
      const { token } = await post(`/auth/${actor}/emailpass`, body, z.object({ token: z.string() })).catch(refuseLogin)
      // the right password of somebody who is not that kind of actor: a token for nobody
      if (!decodeJwt(token)['actor_id']) throw new Refusal('wrong_credentials')
      return token
    },
    setup: (store) => seed('/internal/setup', store, contract.Store),
    upsertProducts: async (all) => {
      const answers = await inPortions(all, PORTION.products, (products) =>
        seed('/internal/products', { products }, contract.ProductsAnswer),
      )
      return Object.assign({}, ...answers.map(({ products }) => products))
    },
    prices: async ({ variantIds, updatedSince } = {}) => {
      if (!variantIds) {
        const since = updatedSince ? `?updatedSince=${updatedSince.toISOString()}` : ''
        return (await get(`/internal/prices${since}`, contract.PricesAnswer)).prices
      }
      const answers = await inPortions(variantIds, PORTION.ids, (some) =>
        get(`/internal/prices?variantIds=${some.join()}`, contract.PricesAnswer),
      )
      return answers.flatMap(({ prices }) => prices)
    },
    setPrices: async (all) => {
      await inPortions(all, PORTION.prices, (prices) =>
        ask(config, { method: 'PUT', path: '/internal/prices', body: { prices }, answer: z.undefined() }),
      )
    },
    recordOrders: (orders) => record('/internal/orders', 'orders', orders, PORTION.orders),
    recordFulfilments: (some) => record('/internal/orders/fulfilments', 'fulfilments', some, PORTION.fulfilments),
    recordRefunds: (refunds) => record('/internal/orders/refunds', 'refunds', refunds, PORTION.refunds),
    recordCancellations: (ids) => record('/internal/orders/cancellations', 'orderIds', ids, PORTION.ids),
    orderRecords: async (orderIds) => {
      const answers = await inPortions(orderIds, PORTION.ids, (some) =>
        get(`/internal/orders?ids=${some.join()}`, contract.OrdersAnswer),
      )
      return answers.flatMap(({ orders }) => orders)
    },
    createIdentities: async ({ password, identities: all }) => {
      const answers = await inPortions(all, PORTION.people, (identities) =>
        seed('/internal/identities', { password, identities }, contract.CustomersAnswer),
      )
      return Object.assign({}, ...answers.map(({ customers }) => customers))
    },
    upsertCustomers: async (all) => {
      const answers = await inPortions(all, PORTION.people, (customers) =>
        seed('/internal/customers', { customers }, contract.CustomersAnswer),
      )
      return Object.assign({}, ...answers.map(({ customers }) => customers))
    },
    publishableKey: async () => (await get('/internal/publishable-key', contract.PublishableKey)).publishableKey,
    selfCheck: () => get('/internal/self', contract.SelfCheck),
  }
}

/** One portion after the other, so that a long list does not take commerce away from everybody else. */
async function inPortions<T, A>(all: readonly T[], size: number, say: (some: T[]) => Promise<A>): Promise<A[]> {
  const answers: A[] = []
  for (let at = 0; at < all.length; at += size) answers.push(await say(all.slice(at, at + size)))
  return answers
}

function refuseLogin(error: unknown): never {
  if (error instanceof CommerceFault && [400, 401, 404].includes(error.status)) throw new Refusal('wrong_credentials')
  throw error
}
