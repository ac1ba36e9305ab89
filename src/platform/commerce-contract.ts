import { z } from 'zod'
import { Minor } from '../kernel/money'
import { Text } from '../kernel/text'

/** What web and worker say to commerce on its internal routes, and what it answers. Amounts are minor units of CNY. */

const Id = z.string().min(1).max(80)
const ids = z.array(Id)

export const SetupBody = z.object({
  /** Tenants: one sales channel each. */
  operators: z.array(z.object({ id: Id, name: Text })).max(100),
  /** Beside the shop's own, which are always there. */
  categories: z
    .array(z.object({ handle: Id, name: Text, parent: Id.optional() }))
    .max(300)
    .default([]),
})
export type SetupInput = z.output<typeof SetupBody>

export const Store = z.object({
  storeId: Id,
  regionId: Id,
  currency: z.literal('cny'),
  publishableKey: z.string(),
  shippingOptionId: Id,
  shippingProfileId: Id,
  locationId: Id,
  paymentProviderId: z.string(),
  /** By our operator id. */
  salesChannels: z.record(z.string(), Id),
  /** By handle. */
  categories: z.record(z.string(), Id),
  /** Product types by the tax inside their prices, in basis points. */
  taxTypes: z.record(z.string(), Id),
})
export type Store = z.infer<typeof Store>

export const ProductsBody = z.object({
  products: z
    .array(
      z.object({
        dishId: Id,
        operatorId: Id,
        kind: z.string(),
        category: z.string().describe('category handle; unknown ones are made'),
        title: Text,
        description: Text.optional(),
        /** Set when the product is made; afterwards Medusa is the master of prices. */
        priceMinor: Minor.min(0),
        taxBps: z.number().int().min(0).max(10_000),
      }),
    )
    .min(1)
    .max(300),
})
export type ProductsInput = z.output<typeof ProductsBody>
export type ProductInput = z.infer<typeof ProductsBody>['products'][number]
export const ProductsAnswer = z.object({
  products: z.record(z.string(), z.object({ productId: Id, variantId: Id })),
})

export const PricesQuery = z.object({
  variantIds: z
    .string()
    .transform((list) => list.split(','))
    .optional(),
  updatedSince: z.iso.datetime().optional(),
})
export const PriceNow = z.object({
  variantId: Id,
  currency: z.literal('cny'),
  /** What everybody pays now: the base price, or that of a price list open to all. */
  priceMinor: Minor,
  baseMinor: Minor,
  /** Prices of every active list, also of those for some customers only. */
  lists: z.array(z.object({ priceListId: Id, priceMinor: Minor })),
})
export type PriceNow = z.infer<typeof PriceNow>
export const PricesAnswer = z.object({ prices: z.array(PriceNow) })
export const PricesBody = z.object({
  prices: z
    .array(z.object({ variantId: Id, priceMinor: Minor.min(0) }))
    .min(1)
    .max(300),
})

export type PricesInput = z.output<typeof PricesBody>

const Line = z.object({
  lineId: Id,
  dishId: Id.optional(),
  productId: Id.nullish(),
  variantId: Id.nullish(),
  title: Text,
  quantity: z.number().int().min(1),
  /** Tax inside. */
  unitMinor: Minor.min(0),
  taxBps: z.number().int().min(0),
  metadata: z.record(z.string(), z.unknown()).optional(),
})

export const OrderRecord = z.object({
  orderId: Id,
  /** What people say aloud. */
  number: z.string(),
  operatorId: Id,
  placedAt: z.iso.datetime(),
  customerId: Id.nullish(),
  email: z.email().nullish(),
  /** A company's order of a menu day has many. */
  lines: z.array(Line).min(1).max(3_000),
  feeMinor: Minor.min(0),
  feeTaxBps: z.number().int().min(0).default(600),
  payments: z.array(z.object({ paymentId: Id, provider: z.string(), amountMinor: Minor.min(1) })).max(20),
  metadata: z.record(z.string(), z.unknown()).optional(),
})
export type OrderRecord = z.input<typeof OrderRecord>
export const OrdersBody = z.object({ orders: z.array(OrderRecord).min(1).max(100) })
export type OrdersInput = z.output<typeof OrdersBody>

/** Our order ids: `done` now, `known` from before, `missing` on Medusa's books (yet). */
export const Outcome = z.object({ done: ids, known: ids, missing: ids })
export type Outcome = z.infer<typeof Outcome>

export const FulfilmentsBody = z.object({
  fulfilments: z
    .array(
      z.object({
        orderId: Id,
        /** The fulfilment group; recorded once. */
        groupId: Id,
        deliveredAt: z.iso.datetime(),
        /** Our lines in this group; without it, all lines of the order. */
        lineIds: ids.optional(),
      }),
    )
    .min(1)
    .max(100),
})
export type FulfilmentsInput = z.output<typeof FulfilmentsBody>
export type FulfilmentRecord = z.infer<typeof FulfilmentsBody>['fulfilments'][number]

export const RefundsBody = z.object({
  refunds: z
    .array(z.object({ orderId: Id, refundId: Id, amountMinor: Minor.min(1) }))
    .min(1)
    .max(100),
})
export type RefundsInput = z.output<typeof RefundsBody>
export type RefundRecord = z.infer<typeof RefundsBody>['refunds'][number]

export const CancellationsBody = z.object({ orderIds: ids.min(1).max(100) })
export type CancellationsInput = z.output<typeof CancellationsBody>

export const OrdersQuery = z.object({ ids: z.string().transform((list) => list.split(',')) })
export const RecordedOrder = z.object({
  orderId: Id,
  totalMinor: Minor,
  paidMinor: Minor,
  refundedMinor: Minor,
  cancelled: z.boolean(),
  fulfilled: z.enum(['none', 'partly', 'wholly']),
  /** As Medusa's own admin shows them. */
  fulfilmentStatus: z.string(),
  paymentStatus: z.string(),
})
export type RecordedOrder = z.infer<typeof RecordedOrder>
export const OrdersAnswer = z.object({ orders: z.array(RecordedOrder) })

export const IdentitiesBody = z.object({
  /** One for all of them: for demo accounts. */
  password: z.string().min(8).max(64),
  identities: z
    .array(
      z.discriminatedUnion('actor', [
        z.object({ actor: z.literal('customer'), email: z.email(), name: z.string() }),
        z.object({ actor: z.literal('member'), email: z.email(), name: z.string(), personId: Id }),
      ]),
    )
    .min(1)
    .max(1000),
})
export type IdentitiesInput = z.infer<typeof IdentitiesBody>

export const CustomersBody = z.object({
  customers: z
    .array(z.object({ email: z.email(), name: z.string() }))
    .min(1)
    .max(1000),
})

export type CustomersInput = z.output<typeof CustomersBody>

/** Medusa customer ids by e-mail address. */
export const CustomersAnswer = z.object({ customers: z.record(z.string(), Id) })

export const PublishableKey = z.object({ publishableKey: z.string() })

/** What a running commerce says of itself. */
export const SelfCheck = z.object({
  /** Names that hostile input left on Object.prototype; empty when all is well. */
  pollution: z.array(z.string()),
  /** Loaded files of Medusa's proprietary packages; empty when all is well. */
  proprietary: z.array(z.string()),
})
