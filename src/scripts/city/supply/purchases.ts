import { addDays, type ServiceDate } from '../../../kernel/time'
import { INGREDIENTS } from '../ingredients/ingredient-list'
import { SITES } from '../places/sites'
import { type Rng, rngOf } from '../rng'
import { SUPPLIERS, type Supplier } from './suppliers'
import type { SupplyTerm } from './terms'

/** One line of a past order and what came of it. Quantities in base units. */
export interface PastLine {
  readonly term: SupplyTerm
  readonly packs: number
  readonly received: number
  readonly rejected: number
  /** Tenths of a degree Celsius; null where nobody measures. */
  readonly temperature: number | null
  /** Asked for by the invoice: base units and fen. */
  readonly invoiced: number
  readonly invoicedMinor: number
}

/** An order of the last weeks that is done with. */
export interface PastPurchase {
  readonly id: string
  readonly number: string
  readonly supplier: Supplier
  readonly siteId: string
  readonly deliverOn: ServiceDate
  /** Days after the day agreed. */
  readonly late: number
  readonly lines: readonly PastLine[]
}

const WEEKS = 6
/** How often something goes wrong, by supplier in the order of the list: the last of each tenant is the worst. */
const TROUBLE = [0.03, 0.05, 0.12, 0.06, 0.18, 0.02, 0.04, 0.09, 0.05, 0.15]
const DEAREST = 1.06

/** One delivery a supplier and week, with the everyday mishaps: late, short, sent back, too warm, dearer than agreed. */
export function pastPurchases(today: ServiceDate, terms: readonly SupplyTerm[], seed: string): PastPurchase[] {
  return SUPPLIERS.flatMap((supplier, place) => {
    const own = terms.filter(({ supplierId }) => supplierId === supplier.id)
    const sites = SITES.filter(({ operatorId }) => operatorId === supplier.operatorId)
    const chance = rngOf(`${seed}/purchases/${supplier.id}`)
    return Array.from({ length: WEEKS }, (_, week) => {
      const deliverOn = dayBefore(addDays(today, -7 * week - 2), supplier.deliveryWeekdays)
      const id = `${supplier.id.slice(4)}_${week + 1}`
      const trouble = TROUBLE[place] ?? 0.1
      return {
        id: `po_past_${id}`,
        number: `PO-${addDays(deliverOn, -supplier.leadDays).replaceAll('-', '')}-${900 + place}`,
        supplier,
        siteId: chance.pick(sites).id,
        deliverOn,
        late: chance.chance(trouble * 1.5) ? 1 : 0,
        lines: chance
          .shuffled(own)
          .slice(0, 4)
          .map((term) => lineOf(term, trouble, chance)),
      }
    })
  })
}

function lineOf(term: SupplyTerm, trouble: number, chance: Rng): PastLine {
  const packs = Math.ceil((term.minimumPacks + chance.int(0, 6)) / term.multiplePacks) * term.multiplePacks
  const rejected = chance.chance(trouble) ? term.packSize : 0
  const lacking = rejected === 0 && chance.chance(trouble) ? term.packSize : 0
  const received = packs * term.packSize - rejected - lacking
  const storage = INGREDIENTS.find(({ id }) => id === term.ingredientId)?.storage ?? 'ambient'
  const good = { ambient: null, chilled: chance.int(15, 60), frozen: chance.int(-210, -150) }[storage]
  const warm = { ambient: null, chilled: 112, frozen: -70 }[storage]
  const dear = chance.chance(trouble) ? DEAREST : 1
  const asked = chance.chance(trouble / 2) ? packs * term.packSize : received
  return {
    term,
    packs,
    received,
    rejected,
    temperature: rejected > 0 ? warm : good,
    invoiced: asked,
    invoicedMinor: Math.round((asked * term.priceMinor * dear) / term.packSize),
  }
}

function dayBefore(day: ServiceDate, weekdays: readonly number[]): ServiceDate {
  let found = day
  while (!weekdays.includes(((new Date(`${found}T00:00:00Z`).getUTCDay() + 6) % 7) + 1)) found = addDays(found, -1)
  return found
}
