import { asc, eq, inArray, sql } from 'drizzle-orm'
import { suppliers } from '../schema/supply'
import { days, id, money, wallTime, weekdays, whole, words, zone } from './cells'
import type { SheetKind } from './import-sheet'

export interface SupplierRow {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly deliveryWeekdays: number[]
  readonly leadDays: number
  readonly orderCutoff: string
  readonly minimumMinor: number
  readonly zone: string
  readonly workWeekdays: number[]
  readonly holidays: string[]
  readonly makeUpDays: string[]
  readonly deliveryFeeMinor: number
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

/** Suppliers by their id. One that belongs to another tenant is `taken`. */
export const supplierSheet: SheetKind<SupplierRow> = {
  columns: {
    id: { title: 'id', read: id },
    zh: { title: 'name_zh', read: words },
    en: { title: 'name_en', read: words },
    deliveryWeekdays: { title: 'delivery_weekdays', read: weekdays },
    leadDays: { title: 'lead_days', read: whole(0, 60) },
    orderCutoff: { title: 'order_cutoff', read: wallTime },
    minimumMinor: { title: 'minimum', read: money },
    zone: { title: 'zone', read: zone },
    workWeekdays: { title: 'work_weekdays', read: weekdays, absent: EVERY_DAY },
    holidays: { title: 'holidays', read: days, absent: [] },
    makeUpDays: { title: 'make_up_days', read: days, absent: [] },
    deliveryFeeMinor: { title: 'delivery_fee', read: money, absent: 0 },
  },
  keyOf: (row) => row.id,
  current: async (tx, operatorId) => {
    const rows = await tx
      .select()
      .from(suppliers)
      .where(eq(suppliers.operatorId, operatorId))
      .orderBy(asc(suppliers.id))
    return rows.map(({ name, deliveryWeekdays, ...row }) => ({
      id: row.id,
      zh: name.zh,
      en: name.en,
      deliveryWeekdays: [...deliveryWeekdays].sort(),
      leadDays: row.leadDays,
      orderCutoff: row.orderCutoff,
      minimumMinor: row.minimumMinor,
      zone: row.zone,
      workWeekdays: [...row.workWeekdays].sort(),
      holidays: [...row.holidays].sort(),
      makeUpDays: [...row.makeUpDays].sort(),
      deliveryFeeMinor: row.deliveryFeeMinor,
    }))
  },
  objections: async (tx, { operatorId }, rows) => {
    const ids = rows.map(({ value }) => value.id)
    const known = await tx
      .select({ id: suppliers.id, operatorId: suppliers.operatorId })
      .from(suppliers)
      .where(inArray(suppliers.id, ids))
    const strangers = new Set(known.filter((each) => each.operatorId !== operatorId).map((each) => each.id))
    return rows
      .filter(({ value }) => strangers.has(value.id))
      .map(({ row, value }) => ({ row, column: 'id', code: 'taken', value: value.id }))
  },
  write: async (tx, operatorId, rows) => {
    await tx
      .insert(suppliers)
      .values(rows.map(({ zh, en, ...row }) => ({ ...row, operatorId, name: { zh, en } })))
      .onConflictDoUpdate({
        target: suppliers.id,
        set: {
          name: sql`excluded.name`,
          deliveryWeekdays: sql`excluded.delivery_weekdays`,
          leadDays: sql`excluded.lead_days`,
          orderCutoff: sql`excluded.order_cutoff`,
          minimumMinor: sql`excluded.minimum_minor`,
          zone: sql`excluded.zone`,
          workWeekdays: sql`excluded.work_weekdays`,
          holidays: sql`excluded.holidays`,
          makeUpDays: sql`excluded.make_up_days`,
          deliveryFeeMinor: sql`excluded.delivery_fee_minor`,
        },
        // whoever came between reading and writing keeps what is theirs
        setWhere: eq(suppliers.operatorId, operatorId),
      })
  },
}
