import type { ServiceDate } from '../../kernel/time'
import type { QuantityReason } from '../schema/planning'
import type { DeliveryLine } from './fill-minimum'
import { lastsUntil, type Source } from './plan-ingredient'
import type { SiteSupply } from './site-supply'

/** The facts behind the packs of one line, for people and machines. `supplies` in the order the plan saw them. */
export function quantityReason(
  { decision, delivery, packs, topUpPacks }: DeliveryLine<Source>,
  supplies: readonly SiteSupply[],
  dateOf: (day: number) => ServiceDate,
): QuantityReason {
  const { source, need, safety, serviceBps, because, left } = decision
  const until = lastsUntil(decision, delivery)
  const byDay: QuantityReason['byDay'][number][] = []
  let [needed, firm] = [0, 0]
  for (let day = 0; day < Math.min(until, need.need.length); day += 1) {
    const [units, ordered] = [need.need[day]!, need.firm[day]!]
    needed += units
    firm += ordered
    if (units > 0) byDay.push({ date: dateOf(day), need: units, firm: ordered })
  }
  const sum = (of: (supply: SiteSupply, i: number) => number) =>
    supplies.reduce((total, supply, i) => total + of(supply, i), 0)
  const { packSize, minimumPacks, multiplePacks, priceBreaks, cutoffPassed, shelfLifeDays } = source
  return {
    onHand: sum(({ kind, quantity }) => (kind === 'lot' ? quantity : 0)),
    expiring: Math.floor(sum(({ kind, lastDay }, i) => (kind === 'lot' && lastDay < until ? (left[i] ?? 0) : 0))),
    onOrder: sum(({ kind, quantity, from }) => (kind !== 'lot' && from < until ? quantity : 0)),
    transfers: sum(({ kind, quantity, from }) => (kind === 'transfer' && from < until ? quantity : 0)),
    need: needed,
    firm,
    safety,
    serviceBps,
    from: dateOf(0),
    until: dateOf(until),
    days: until,
    byDay,
    leadDays: source.deliveries[delivery]!,
    shelfLifeDays,
    packSize,
    minimumPacks,
    multiplePacks,
    supplier: because,
    priceBreak: priceBreaks.findLast((step) => packs >= step.packs) ?? null,
    topUpPacks,
    cutoffPassed,
  }
}
