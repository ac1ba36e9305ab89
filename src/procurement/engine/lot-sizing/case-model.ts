import { tighten } from './cuts'
import { type LinearModel, type ModelBuilder, modelBuilder, type Term } from './linear-model'
import { type Offer, type Piece, piecesOf } from './offer'
import { type CaseItem, type CaseOrder, deliveryKey, type SupplyCase } from './supply-case'

/** One chance to buy one item, in the model's columns. */
interface Chance {
  readonly item: number
  readonly supplier: number
  readonly day: number
  readonly step: number
  readonly pieces: readonly { readonly piece: Piece; readonly steps: number; readonly taken: number }[]
  readonly useful: number
}

/** A case as a programme, and the way between its columns and orders. */
export interface CaseModel {
  readonly model: LinearModel
  /** Integer columns of a plan: where a solver may start. */
  readonly start: (orders: readonly CaseOrder[]) => { readonly indices: number[]; readonly values: number[] }
  readonly orders: (columns: readonly number[]) => CaseOrder[]
}

const FREE = Number.POSITIVE_INFINITY

/** The whole case with everything that couples its items: deliveries paid once, minimum order values, the budget. */
export function caseModel(supplyCase: SupplyCase): CaseModel {
  const { suppliers, days, items, budget } = supplyCase
  const build = modelBuilder()
  const open = new Map<number, number>()
  suppliers.forEach(({ arrivalDays, orderCost }, s) => {
    for (const day of arrivalDays) open.set(deliveryKey(s, day, days), build.column(orderCost, 1, true))
  })
  const chances = items.flatMap((item, i) => itemRows(build, supplyCase, item, i, open))

  const value = ({ pieces, step }: Chance): Term[] =>
    pieces.flatMap(({ piece, steps, taken }): Term[] => [
      [steps, piece.price * step],
      [taken, piece.fixed],
    ])
  for (const [key, column] of open) {
    const { minOrderValue } = suppliers[Math.floor(key / days)]!
    if (minOrderValue <= 0) continue
    const own = chances.filter(({ supplier, day }) => deliveryKey(supplier, day, days) === key)
    build.row([...own.flatMap(value), [column, -minOrderValue]], 0, FREE)
  }
  if (Number.isFinite(budget)) build.row(chances.flatMap(value), -FREE, budget)
  return { model: build.build(), start: starter(supplyCase, open, chances), orders: reader(chances) }
}

/** Stock, expiry, storage and price columns of one item. */
function itemRows(
  build: ModelBuilder,
  { suppliers, days }: SupplyCase,
  item: CaseItem,
  i: number,
  open: ReadonlyMap<number, number>,
): Chance[] {
  const { demand, shelfLife, holding, waste, lots, storage } = item
  const last = days - 1
  const demanded = (from: number, to: number) => demand.slice(from, to + 1).reduce((sum, units) => sum + units, 0)
  const total = demanded(0, last)
  const lotUse = demand.map((): Term[] => [])
  for (const { quantity, lastDay } of lots) {
    const expires = lastDay < days ? waste : 0
    build.always(expires * quantity)
    const uses: Term[] = []
    for (let day = 0; day <= Math.min(lastDay, last); day += 1) {
      const use: Term = [build.column(holding * day - expires, demand[day]!), 1]
      uses.push(use)
      lotUse[day]!.push(use)
    }
    if (uses.length > 0) build.row(uses, 0, quantity)
  }
  const stock = demand.map(() => build.column(holding, FREE))
  const chances: Chance[] = []
  for (let day = 0; day < days; day += 1) {
    const usable = demanded(day, Math.min(last, day + shelfLife - 1))
    const today: Chance[] = []
    suppliers.forEach(({ arrivalDays }, s) => {
      const offer = item.offers[s]
      if (!offer || !arrivalDays.includes(day)) return
      const most = usable + offer.least + 2 * offer.step + Math.max(...offer.tiers.map(({ from }) => from))
      const delivery = open.get(deliveryKey(s, day, days))!
      const wasted = day + shelfLife - 1 < days ? waste : 0
      const chance = { item: i, supplier: s, day, ...priceColumns(build, offer, { most, usable, wasted, delivery }) }
      if (Number.isFinite(storage)) {
        const before: Term[] = [...(day > 0 ? [[stock[day - 1]!, 1] as const] : []), ...lotUse.slice(day).flat()]
        const lying = [...before, ...today.map(({ useful }): Term => [useful, 1]), ...bought(chance)]
        build.row([...lying, ...chance.pieces.map(({ taken }): Term => [taken, total])], -FREE, storage + total)
      }
      today.push(chance)
    })
    chances.push(...today)
    const carried: Term[] = day > 0 ? [[stock[day - 1]!, 1]] : []
    const units = demand[day]!
    build.row(
      [...carried, ...today.map(({ useful }): Term => [useful, 1]), ...lotUse[day]!, [stock[day]!, -1]],
      units,
      units,
    )
    if (today.length === 0) continue
    // what is left tonight must be of use before it expires, in the order it came
    const until = Math.min(last, day + shelfLife - 1)
    build.row([[stock[day]!, 1], ...lotUse.slice(day + 1, until + 1).flat()], -FREE, demanded(day + 1, until))
  }
  tighten(build, item, { chances, stock, lotUse })
  return chances
}

const bought = ({ pieces, step }: Pick<Chance, 'pieces' | 'step'>): Term[] =>
  pieces.map(({ steps }): Term => [steps, step])

function priceColumns(
  build: ModelBuilder,
  offer: Offer,
  { most, usable, wasted, delivery }: { most: number; usable: number; wasted: number; delivery: number },
) {
  const { step } = offer
  const pieces = piecesOf(offer).flatMap((piece) => {
    const to = Math.floor(Math.min(piece.to, most) / step)
    const from = piece.from / step
    if (to < from) return []
    const steps = build.column((piece.price + wasted) * step, to, true)
    const taken = build.column(piece.fixed + (offer.lineCost ?? 0), 1, true)
    build.row(
      [
        [steps, 1],
        [taken, -from],
      ],
      0,
      FREE,
    )
    build.row(
      [
        [steps, 1],
        [taken, -to],
      ],
      -FREE,
      0,
    )
    return [{ piece, steps, taken }]
  })
  const useful = build.column(-wasted, usable)
  build.row([[useful, -1], ...bought({ pieces, step })], 0, FREE)
  build.row([[useful, 1], ...pieces.map(({ taken }): Term => [taken, -usable])], -FREE, 0)
  build.row([...pieces.map(({ taken }): Term => [taken, 1]), [delivery, -1]], -FREE, 0)
  return { step, pieces, useful }
}

const starter =
  ({ days }: SupplyCase, open: ReadonlyMap<number, number>, chances: readonly Chance[]): CaseModel['start'] =>
  (orders) => {
    const known = new Map<number, number>([...open.values()].map((column) => [column, 0]))
    for (const { item, supplier, day, pieces, step } of chances) {
      const order = orders.find((each) => each.item === item && each.supplier === supplier && each.day === day)
      for (const { piece, steps, taken } of pieces) {
        const quantity = order && order.quantity >= piece.from && order.quantity <= piece.to ? order.quantity : 0
        known.set(steps, quantity / step)
        known.set(taken, quantity > 0 ? 1 : 0)
        if (quantity > 0) known.set(open.get(deliveryKey(supplier, day, days))!, 1)
      }
    }
    return { indices: [...known.keys()], values: [...known.values()] }
  }

const reader =
  (chances: readonly Chance[]): CaseModel['orders'] =>
  (columns) =>
    chances.flatMap(({ item, supplier, day, step, pieces }) => {
      const quantity = pieces.reduce((sum, { steps }) => sum + Math.round(columns[steps] ?? 0) * step, 0)
      return quantity > 0 ? [{ item, supplier, day, quantity }] : []
    })
