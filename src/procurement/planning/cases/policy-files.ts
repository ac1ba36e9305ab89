import { z } from 'zod'

/** The shorter formats of planning cases, in the words of their files. */

const Cost = z.number().positive()
const Amount = z.number().min(0)

export const LotSizingFile = z.object({
  h: Amount,
  demand: z.array(Amount).min(1),
  setup: z.union([Amount, z.array(Amount).min(1)]),
  shelf_life: z.number().int().positive().optional(),
})

export const DiscountFile = z.object({
  K: Cost,
  holding_rate: Cost,
  demand_rate: Cost,
  breakpoints: z.array(Amount).min(1),
  unit_costs: z.array(Cost).min(1),
})

export const NewsvendorFile = z.union([
  z.object({ h: Cost, p: Cost, mean: Amount, sd: Amount }),
  z.object({ h: Cost, p: Cost, mean_per_period: Amount, lead_time: Amount, review: Amount.default(1) }),
  z.object({ h: Cost, p: Cost, mean: Amount }),
])

export const ReorderUpToFile = z.object({
  h: Cost,
  p: Cost,
  K: Amount,
  L: z.number().int().min(0).default(0),
  rows: z.array(z.object({ mu: Cost.max(10_000) })).min(1),
})

export const ReorderPointFile = z.object({
  h: Cost,
  p: Cost,
  K: Cost,
  mean: Cost,
  sd: Cost,
  lead_time: Cost,
  r: z.number().optional(),
  Q: Cost.optional(),
})

export const JointFile = z
  .object({
    K: Amount,
    k: z.array(Cost).min(1),
    h: z.union([Cost, z.array(Cost).min(1)]),
    d: z.array(Cost).min(1),
  })
  .refine(({ k, h, d }) => k.length === d.length && (typeof h === 'number' || h.length === d.length), {
    message: 'k, h and d must name the same number of items',
  })

export const PerishableFile = z.object({
  params: z.object({
    life: z.number().int().min(1).max(4),
    lead_time: z.number().int().min(1).max(3),
    max_order: z.number().int().min(1).max(50),
    issue: z.enum(['fifo', 'lifo']).default('fifo'),
    demand: z.string(),
    order_cost: Amount,
    shortage: Amount,
    wastage: Amount,
    holding: Amount,
    discount: z.number().min(0).max(0.9999),
  }),
})
