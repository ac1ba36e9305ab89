import type { z } from 'zod'
import { piecesOf } from '../../engine/lot-sizing/offer'
import { sizeLots } from '../../engine/lot-sizing/size-lots'
import { poisson } from '../../engine/policies/gamma'
import { jointReplenishment } from '../../engine/policies/joint-replenishment'
import { normalNewsvendor, poissonNewsvendor } from '../../engine/policies/newsvendor'
import { discountedOrderQuantity } from '../../engine/policies/order-quantity'
import { perishablePolicy, roundedGamma } from '../../engine/policies/perishable'
import { poissonReorderUpTo, reorderCost, reorderPoint } from '../../engine/policies/reorder'
import { type Answer, tidy } from './answer'
import type * as files from './policy-files'
import { wholeScale } from './supply-file'

/** One item that may be ordered on any day; orders by day. */
export function solveLotSizing({ h, demand, setup, shelf_life }: z.infer<typeof files.LotSizingFile>): Answer {
  const scale = wholeScale(demand)
  const costOn = (day: number) => (typeof setup === 'number' ? setup : setup[day])
  const pieces = piecesOf({ step: 1, least: 0, tiers: [{ from: 0, price: 0 }], breaks: 'all_units' })
  const deliveries = demand.flatMap((_, day) => {
    const orderCost = costOn(day)
    return orderCost === undefined ? [] : [{ day, source: 0, orderCost, step: 1, pieces }]
  })
  const plan = sizeLots({
    demand: demand.map((units) => Math.round(units * scale)),
    lots: [],
    shelfLife: shelf_life ?? demand.length,
    holding: h / scale,
    waste: 0,
    storage: Number.POSITIVE_INFINITY,
    deliveries,
  })
  if (!('cost' in plan)) return { cost: null, gap: null, orders: [], infeasible: { reason: 'demand_not_met', ...plan } }
  const orders = demand.map((_, day) => tidy((plan.orders.find((order) => order.day === day)?.quantity ?? 0) / scale))
  return { cost: tidy(plan.cost), gap: 0, orders }
}

/** One order quantity for a steady demand. */
export function solveDiscount({
  K,
  holding_rate,
  demand_rate,
  breakpoints,
  unit_costs,
}: z.infer<typeof files.DiscountFile>): Answer {
  const tiers = breakpoints.map((from, i) => ({ from, price: unit_costs[i] ?? Number.NaN }))
  if (breakpoints.length !== unit_costs.length || tiers.some(({ from }, i) => i > 0 && from <= tiers[i - 1]!.from))
    throw new Error('breakpoints: must ascend, one for each unit cost')
  const best = discountedOrderQuantity({ demand: demand_rate, orderCost: K, holdingRate: holding_rate, tiers })
  return { cost: tidy(best.cost), gap: 0, orders: [{ quantity: tidy(best.quantity) }] }
}

/** A base stock against demand that swings. */
export function solveNewsvendor(file: z.infer<typeof files.NewsvendorFile>): Answer {
  const costs = { holding: file.h, shortage: file.p }
  const best =
    'sd' in file
      ? normalNewsvendor(costs, file.mean, file.sd)
      : poissonNewsvendor(costs, 'mean' in file ? file.mean : file.mean_per_period * (file.lead_time + file.review))
  return { cost: best.cost, gap: 0, orders: [{ baseStock: best.level }] }
}

/** Reorder points and levels for Poisson demand; one part a mean. */
export function solveReorderUpTo({ h, p, K, L, rows }: z.infer<typeof files.ReorderUpToFile>): Answer {
  const parts = rows.map(({ mu }) => {
    const { reorderAt: s, upTo, cost } = poissonReorderUpTo({ holding: h, shortage: p }, K, mu, L)
    return { id: `mu=${mu}`, cost: tidy(cost), gap: 0, orders: [{ s, S: upTo }] }
  })
  const [only, ...others] = parts
  return only && others.length === 0 ? only : { cost: null, gap: 0, orders: [], parts }
}

/** Reorder point and quantity under normal lead-time demand; the cost of a given pair where the file names one. */
export function solveReorderPoint({
  h,
  p,
  K,
  mean,
  sd,
  lead_time,
  r,
  Q,
}: z.infer<typeof files.ReorderPointFile>): Answer {
  const costs = { holding: h, shortage: p }
  const demand = { mean, deviation: sd, leadTime: lead_time, orderCost: K }
  const best = reorderPoint(costs, demand)
  const given =
    r === undefined || Q === undefined
      ? []
      : [{ id: 'given', cost: reorderCost(costs, demand, r, Q), gap: null, orders: [{ r, Q }] }]
  return { cost: best.cost, gap: 0, orders: [{ r: best.reorderAt, Q: best.quantity }], parts: given }
}

/** Items that share the cost of ordering. */
export function solveJoint({ K, k, h, d }: z.infer<typeof files.JointFile>): Answer {
  const items = k.map((orderCost, i) => ({ orderCost, holding: typeof h === 'number' ? h : h[i]!, demand: d[i]! }))
  const { cost, cycle, multiples } = jointReplenishment({ commonCost: K, items })
  return { cost: tidy(cost), gap: 0, orders: [{ cycle, multiples }] }
}

/** Values of the policy iteration may be at most so many. */
const MOST_STATES = 20_000

/** The best order for every stock by age, goods on their way first. */
export function solvePerishable({ params }: z.infer<typeof files.PerishableFile>): Answer {
  const { life, lead_time, max_order, issue } = params
  if ((max_order + 1) ** (life + lead_time - 1) > MOST_STATES)
    throw new Error(`params: more than ${MOST_STATES} states; lower max_order, life or lead_time`)
  const { cost, order, states } = perishablePolicy({
    life,
    leadTime: lead_time,
    maxOrder: max_order,
    issue,
    demand: demandChances(params.demand),
    orderCost: params.order_cost,
    shortage: params.shortage,
    wastage: params.wastage,
    holding: params.holding,
    discount: params.discount,
  })
  const places = life + lead_time - 1
  const orders = Array.from({ length: states }, (_, place) => {
    const state = Array.from(
      { length: places },
      (__, i) => Math.floor(place / (max_order + 1) ** (places - 1 - i)) % (max_order + 1),
    )
    return { state, order: order(state) }
  })
  return { cost, gap: 0, orders }
}

/** `round(Gamma(mean 4, cv 0.5))` or `Poisson(mean 4)`. */
function demandChances(text: string): number[] {
  const gamma = /gamma\(\s*mean\s*([\d.]+)\s*,\s*cv\s*([\d.]+)\s*\)/i.exec(text)
  if (gamma) return roundedGamma(Number(gamma[1]), Number(gamma[2]))
  const mean = /poisson\(\s*(?:mean\s*)?([\d.]+)\s*\)/i.exec(text)
  if (mean) return poisson(Number(mean[1]))
  throw new Error(`params.demand: "${text}" is neither round(Gamma(mean M, cv C)) nor Poisson(M)`)
}
