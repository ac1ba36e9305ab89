import type { Pool } from '../../platform/database'

/** How much there is to trace. Every batch takes ten lots; the first ten lots lie in two thousand batches more. */
export const TRACE = {
  operatorId: 'op_bench',
  lots: 20_000,
  batches: 98_010,
  dishesADay: 10,
  orders: 150_000,
  /** Rows of stock moves that are issues: batches × 10 + 10 × 2,000. */
  issues: 1_000_000,
} as const

const DAYS = TRACE.batches / TRACE.dishesADay

/** Lots, a million issues, the batches they went into and the orders of those dishes, written by Postgres itself. */
const STATEMENTS = [
  `insert into procurement.ingredients (id, name, unit, may_contain, nutrition, shelf_life_days, storage)
   select 'ing_' || i, '{"zh": "料", "en": "item"}', 'g', '[]', '{}', 30, 'ambient' from generate_series(0, 199) i`,
  `insert into procurement.lots (id, operator_id, site_id, ingredient_id, code, expires_on, received_quantity, quantity,
     cost_per_thousand, received_at, receipt_id)
   select 'lot_' || i, '${TRACE.operatorId}', 'site_' || i % 50, 'ing_' || i % 200, 'L-' || i, '2027-01-01', 1000000, 1000,
     500, now(), 'rcp_' || i / 8 from generate_series(1, ${TRACE.lots}) i`,
  `insert into kitchen.batches (id, operator_id, site_id, menu_day_id, service_date, period, dish_id, recipe_version_id,
     name, station, sequence, portions, minutes, start_by, status, cooked_at)
   select 'bat_' || i, '${TRACE.operatorId}', 'site_' || i / 10 % 50, 'md_' || i / 10, date '2026-01-01' + i / 10 % 320, 'lunch',
     'dish_' || i % 10, 'rv_' || i % 10, '{"zh": "菜", "en": "dish"}', 'wok', 1, 20, 12, now(), 'cooked', now()
   from generate_series(0, ${TRACE.batches - 1}) i`,
  `insert into procurement.stock_moves (operator_id, lot_id, delta, reason, ref, at)
   select '${TRACE.operatorId}', 'lot_' || 1 + (b * 7919 + k * 1999) % ${TRACE.lots}, -100, 'issue', 'bat_' || b, now()
   from generate_series(0, ${TRACE.batches - 1}) b, generate_series(0, 9) k on conflict do nothing`,
  `insert into procurement.stock_moves (operator_id, lot_id, delta, reason, ref, at)
   select '${TRACE.operatorId}', 'lot_' || l, -100, 'issue', 'bat_' || b * 49, now()
   from generate_series(1, 10) l, generate_series(0, 1999) b on conflict do nothing`,
  `insert into ordering.orders (id, number, operator_id, person_id, status, service_point_id, building_id, community_id,
     contact_name, contact_phone, items_minor, fee_minor, total_minor, tax_minor, currency, received_at, placed_at)
   select 'ord_' || i, 'N' || i, '${TRACE.operatorId}', 'per_' || i % 30000, 'completed', 'sp', 'b', 'c', '林', '1', 100, 0, 100, 0,
     'cny', now(), now() from generate_series(1, ${TRACE.orders}) i`,
  `insert into ordering.fulfilment_groups (id, order_id, operator_id, menu_day_id, site_id, service_date, period, status,
     boxes, handover_code, updated_at)
   select 'grp_' || i, 'ord_' || i, '${TRACE.operatorId}', 'md_' || i * 31 % ${DAYS}, 'site_' || i * 31 % ${DAYS} % 50,
     '2026-06-01', 'lunch', 'delivered', 1, '1234', now() from generate_series(1, ${TRACE.orders}) i`,
  `insert into ordering.order_lines (id, order_id, group_id, offer_id, dish_id, name, quantity, unit_minor, tax_bps, allergens)
   select 'lin_' || i || '_' || k, 'ord_' || i, 'grp_' || i, 'of', 'dish_' || (i + k * 3) % 10, '{"zh": "菜", "en": "dish"}', 1, 50,
     0, '{"contains": [], "mayContain": [], "assessed": true}'
   from generate_series(1, ${TRACE.orders}) i, generate_series(0, 1) k`,
  'analyze',
]

/** Fills an empty database; answers how many issues it holds. */
export async function fillTrace(pool: Pool): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    for (const statement of STATEMENTS) await client.query(statement)
    const { rows } = await client.query(`select count(*)::int as n from procurement.stock_moves where reason = 'issue'`)
    return rows[0]?.n ?? 0
  } finally {
    client.release(true)
  }
}
