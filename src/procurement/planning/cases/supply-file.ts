import { z } from 'zod'
import type { SupplyCase } from '../../engine/lot-sizing/supply-case'

const Amount = z.number().min(0)
const Day = z.number().int().min(0)

const Tier = z.object({ from: Amount, price: Amount })

const OfferFile = z
  .object({
    pack: z.number().positive().default(1),
    moq: Amount.default(0),
    /** Packs are sold by so many. */
    multiple: z.number().int().positive().default(1),
    tiers: z.array(Tier).min(1),
    discount: z.enum(['all_units', 'incremental']).default('all_units'),
  })
  .check((context) => {
    context.value.tiers.forEach(({ from }, i, tiers) => {
      const before = tiers[i - 1]
      if (before ? from > before.from : from === 0) return
      const message = before ? `must start above ${before.from}: price breaks ascend` : 'the first price starts at 0'
      context.issues.push({ code: 'custom', input: from, path: ['tiers', i, 'from'], message })
    })
  })

const SupplierFile = z.object({
  id: z.string().min(1),
  order_cost: Amount.default(0),
  arrival_days: z.array(Day).min(1),
  min_order_value: Amount.default(0),
})

const ItemFile = z.object({
  name: z.string().default(''),
  demand: z.array(Amount).min(1),
  shelf_life: z.number().int().positive().optional(),
  holding_per_day: Amount.default(0),
  waste_cost: Amount.default(0),
  storage_limit: z.number().positive().optional(),
  lots: z.array(z.object({ qty: Amount, last_use_day: z.number().int() })).default([]),
  offers: z.record(z.string(), OfferFile),
})

/** Items and suppliers over some days, in the words of the file. */
export const SupplyFile = z
  .object({
    id: z.string().optional(),
    days: z.number().int().positive().max(400),
    budget: Amount.optional(),
    suppliers: z.array(SupplierFile).min(1),
    items: z.array(ItemFile).min(1),
  })
  .check((context) => {
    const { days, items, suppliers } = context.value
    const known = new Set(suppliers.map(({ id }) => id))
    const say = (path: (string | number)[], message: string) =>
      context.issues.push({ code: 'custom', input: context.value, path, message })
    if (known.size < suppliers.length) say(['suppliers'], 'two suppliers have the same id')
    items.forEach(({ demand, offers }, i) => {
      if (demand.length !== days) say(['items', i, 'demand'], `has ${demand.length} days, not ${days}`)
      for (const id of Object.keys(offers))
        if (!known.has(id)) say(['items', i, 'offers', id], 'is no supplier of this case')
    })
  })
export type SupplyFile = z.infer<typeof SupplyFile>

/** A file's case in whole numbers, and how many of its units are one of the file's. */
export interface WholeCase {
  readonly supplyCase: SupplyCase
  readonly scale: number
}

const SCALES = [1, 10, 100, 1_000, 10_000]

/** Counts tenths, hundredths … when the file's quantities are not whole. @throws Error when ten-thousandths are not enough. */
export function wholeCase(file: SupplyFile): WholeCase {
  const quantities = file.items.flatMap(({ demand, lots, offers }) => [
    ...demand,
    ...lots.map(({ qty }) => qty),
    ...Object.values(offers).map(({ pack, multiple }) => pack * multiple),
  ])
  const scale = wholeScale(quantities)
  const whole = (quantity: number) => Math.round(quantity * scale)
  const suppliers = file.suppliers.map(({ id, order_cost, arrival_days, min_order_value }) => ({
    id,
    orderCost: order_cost,
    arrivalDays: [...new Set(arrival_days)].filter((day) => day < file.days).sort((a, b) => a - b),
    minOrderValue: min_order_value,
  }))
  const items = file.items.map((item) => ({
    name: item.name,
    demand: item.demand.map(whole),
    lots: item.lots.map(({ qty, last_use_day }) => ({ quantity: whole(qty), lastDay: last_use_day })),
    shelfLife: item.shelf_life ?? file.days,
    holding: item.holding_per_day / scale,
    waste: item.waste_cost / scale,
    storage: item.storage_limit === undefined ? Number.POSITIVE_INFINITY : Math.floor(item.storage_limit * scale),
    offers: file.suppliers.map(({ id }) => {
      const offer = item.offers[id]
      return (
        offer && {
          step: whole(offer.pack * offer.multiple),
          least: offer.moq * scale,
          tiers: offer.tiers.map(({ from, price }) => ({ from: from * scale, price: price / scale })),
          breaks: offer.discount,
        }
      )
    }),
  }))
  return { supplyCase: { days: file.days, suppliers, items, budget: file.budget ?? Number.POSITIVE_INFINITY }, scale }
}

/** How many parts a unit is cut into so that all quantities are whole. @throws Error */
export function wholeScale(quantities: readonly number[]): number {
  const fits = (scale: number) => quantities.every((q) => Math.abs(q * scale - Math.round(q * scale)) < 1e-6)
  const scale = SCALES.find(fits)
  if (scale === undefined) throw new Error('quantities must be multiples of 0.0001')
  return scale
}
