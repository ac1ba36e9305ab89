import { randomBytes } from 'node:crypto'
import { type Form, textOf } from './form'

/** Anything Stripe keeps, as its API answers it. */
export interface Thing extends Record<string, unknown> {
  readonly id: string
  readonly object: string
}

/** A "no" in Stripe's shape: `{ error: { type, code, message, param } }`. */
export class StripeRefusal extends Error {
  override readonly name = 'StripeRefusal'
  readonly status: number
  readonly error: Readonly<Record<string, unknown>>

  constructor(status: number, message: string, error: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.status = status
    this.error = { type: 'invalid_request_error', message, ...error }
  }
}

/** How refunds go: card refunds succeed at once, wallets take their time; a test may say otherwise. */
export type RefundWay = 'succeeded' | 'pending'

/** All that this Stripe account holds. */
export interface World {
  readonly things: Map<string, Thing>
  /** How new refunds begin; undefined as Stripe does by payment method. */
  refundWay: RefundWay | undefined
  /** Something happened: signed and sent to whoever listens. */
  readonly tell: (type: string, thing: Thing) => void
}

export const newThingId = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`

export const nowSeconds = (): number => Math.floor(Date.now() / 1000)

/** @throws StripeRefusal 404 as Stripe words it. */
export function find<T extends Thing>(world: World, kind: string, id: string, param = 'id'): T {
  const thing = world.things.get(id)
  if (!thing || thing.object !== kind) {
    throw new StripeRefusal(404, `No such ${kind}: '${id}'`, { code: 'resource_missing', param })
  }
  return thing as T
}

/** Keeps a thing as it is from now on. */
export function keep<T extends Thing>(world: World, thing: T): T {
  world.things.set(thing.id, thing)
  return thing
}

export const allOf = <T extends Thing>(world: World, kind: string): T[] =>
  [...world.things.values()].filter(({ object }) => object === kind) as T[]

export const listOf = (url: string, data: readonly Thing[]) => ({ object: 'list', url, has_more: false, data })

/** @throws StripeRefusal `parameter_missing`. */
export function required(form: Form, name: string): string {
  const value = textOf(form, name)
  if (value === undefined || value === '') {
    throw new StripeRefusal(400, `Missing required param: ${name}.`, { code: 'parameter_missing', param: name })
  }
  return value
}

/** A whole number of minor units. @throws StripeRefusal `parameter_invalid_integer`. */
export function integer(form: Form, name: string, least = Number.MIN_SAFE_INTEGER): number {
  const text = required(form, name)
  if (!/^-?\d+$/.test(text)) {
    throw new StripeRefusal(400, `Invalid integer: ${text}`, { code: 'parameter_invalid_integer', param: name })
  }
  const value = Number(text)
  if (value < least) {
    throw new StripeRefusal(400, 'This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: name,
    })
  }
  return value
}
