import type { Pool } from '../../../platform/database'
import type { Outcome } from './run-surge'

export interface Verdict extends Record<string, number> {
  /** Told "placed", and not there. */
  readonly lost: number
  /** There without anybody having been told, or twice. */
  readonly doubled: number
  /** More of the scarce dish than there was. */
  readonly oversold: number
  /** Pressed in time and called late, or late and taken. */
  readonly wronglyLate: number
  /** 5xx other than "not now". */
  readonly faults: number
  /** Payers, ledger and orders that do not agree. */
  readonly unbalanced: number
}

/** A request sent so shortly before the cut-off may be stamped after it. */
const ON_THE_WAY_MS = 100

/** Holds what the generator was told against what the database says; the cut-off came `cutoffMs` after the start. */
export async function judge(
  pool: Pool,
  { menuDayId, cutoffMs }: { readonly menuDayId: string; readonly cutoffMs: number },
  outcomes: readonly Outcome[],
): Promise<Verdict> {
  const { rows: orders } = await pool.query<{ id: string; paid: string; booked: string }>(
    `select o.id, o.total_minor::text as paid,
            coalesce((select sum(e.amount_minor) from funding.ledger_transactions t
                      join funding.ledger_entries e on e.transaction_id = t.id
                      where t.ref = 'received:' || o.id and e.amount_minor > 0), 0)::text as booked
     from ordering.orders o join ordering.fulfilment_groups g on g.order_id = o.id where g.menu_day_id = $1`,
    [menuDayId],
  )
  const { rows: pools } = await pool.query<{ over: string }>(
    `select count(*) as over from ordering.capacity_pools p
     where p.menu_day_id = $1 and (p.reserved > p.capacity or p.reserved <> (
       select coalesce(sum(h.quantity), 0) from ordering.capacity_holds h
       where h.offer_id = p.offer_id and h.status in ('held', 'confirmed')))`,
    [menuDayId],
  )
  const told = new Set(outcomes.flatMap(({ orderId }) => orderId ?? []))
  const there = new Set(orders.map(({ id }) => id))
  const wrong = outcomes.filter(({ act, sentAt, answers }) => {
    if (act.late) return answers.some(({ status }) => status === 201)
    const inTime = sentAt < cutoffMs - ON_THE_WAY_MS
    return inTime && answers.some(({ status, body }) => status === 409 && body.includes('cutoff_passed'))
  })
  const faults = outcomes.filter(({ answers }) => answers.some(({ status }) => status >= 500 && status !== 503))
  return {
    lost: [...told].filter((id) => !there.has(id)).length,
    doubled: [...there].filter((id) => !told.has(id)).length + (orders.length - there.size),
    oversold: Number(pools[0]?.over ?? 0),
    wronglyLate: wrong.length,
    faults: faults.length,
    unbalanced: orders.filter(({ paid, booked }) => paid !== booked).length,
  }
}
