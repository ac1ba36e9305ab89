import { sql } from 'drizzle-orm'
import { grouped } from '../../kernel/grouped'
import type { Text } from '../../kernel/text'
import type { App } from '../../platform/app'
import { DELIVERY_TAX_BPS } from '../domain/policy'
import { recordedPrice } from '../domain/recorded-line'
import { isCompany } from './company-account'

/** The cost centre of each payer of some orders, as `order seq` → id; handed in by the door: funding knows them. */
export type CostCentresOf = (app: App, orderIds: readonly string[]) => Promise<ReadonlyMap<string, string>>

interface Share extends Record<string, unknown> {
  readonly orderId: string
  readonly seq: number
  readonly chargeId: string
  readonly minor: number
  readonly dishId: string | null
  readonly variantId: string | null
  readonly name: Text | null
  readonly quantity: number | null
  readonly taxBps: number | null
}

interface Part {
  readonly minor: number
  readonly quantity: number
  readonly costCentreId: string
  readonly dish: {
    readonly dishId: string
    readonly variantId: string | null
    readonly title: Text
    readonly taxBps: number
  }
}

/** A company's order in the words of the record: a line per dish, cost centre and price, and the fees it pays. */
export async function readLines(app: App, companyOrderId: string, costCentresOf: CostCentresOf) {
  const { rows } = await app.db.execute<Share>(sql`
    select s.order_id as "orderId", s.seq, s.charge_id as "chargeId", s.amount_minor as minor, l.dish_id as "dishId",
           l.variant_id as "variantId", l.name, l.quantity, l.tax_bps as "taxBps"
    from ordering.company_order_groups c
    join ordering.order_shares s on s.group_id = c.group_id and s.order_id = c.order_id
    join ordering.order_payers p on p.order_id = s.order_id and p.seq = s.seq
    left join ordering.order_lines l on l.id = s.charge_id
    where c.company_order_id = ${companyOrderId} and ${isCompany} and p.account like '%:' || c.company_id
    order by s.charge_id, s.seq`)
  const centres = await costCentresOf(app, [...new Set(rows.map(({ orderId }) => orderId))])
  const parts = new Map<string, Part>()
  let feeMinor = 0
  for (const { orderId, seq, chargeId, minor, dishId, variantId, name: title, quantity, taxBps } of rows) {
    if (dishId === null || title === null || quantity === null) {
      feeMinor += minor
      continue
    }
    const costCentreId = centres.get(`${orderId} ${seq}`) ?? ''
    const key = `${chargeId} ${costCentreId}`
    const before = parts.get(key)?.minor ?? 0
    const dish = { dishId, variantId, title, taxBps: taxBps ?? DELIVERY_TAX_BPS }
    parts.set(key, { minor: before + minor, quantity, costCentreId, dish })
  }
  return { feeMinor, lines: gathered(companyOrderId, [...parts.values()]) }
}

function gathered(companyOrderId: string, parts: readonly Part[]) {
  const alike = grouped(
    parts.map((part) => ({ ...part, ...recordedPrice(part.quantity, part.minor) })),
    ({ dish, costCentreId, unitMinor }) => `${dish.dishId} ${costCentreId} ${unitMinor}`,
  )
  return [...alike]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, same], index) => {
      const [first] = same
      if (!first) return []
      const quantity = same.reduce((sum, part) => sum + part.quantity, 0)
      const lineId = `cml_${companyOrderId.slice('cmo_'.length)}.${index}`
      const { dish, unitMinor, costCentreId } = first
      return [{ lineId, ...dish, quantity, unitMinor, metadata: { cost_centre_id: costCentreId } }]
    })
}
