import { sql } from 'drizzle-orm'
import type { SubsidyScheme } from '../../../src/funding/domain/subsidies/scheme'
import { importMembers } from '../../../src/funding/members/import-members'
import type { MemberRow } from '../../../src/funding/members/read-members'
import { quotePayers } from '../../../src/funding/quote-payers'
import { listMembers } from '../../../src/funding/members/find-member'
import { importSchemes } from '../../../src/funding/subsidies/import-schemes'
import type { App } from '../../../src/platform/app'
import { newId } from '../../../src/platform/id'
import { rethrowRefused } from '../../../src/platform/refused'
import { SCHEMES } from '../../../src/scripts/city/people/schemes'

export const OPERATOR = 'op_suiqiao'
export const CANTEENS = ['site_c1', 'site_c2', 'site_c3'] as const
export const DAY = '2026-11-02'

/** Somebody of a register's sheet; everything but the name may be changed. */
export const row = (line: number, over: Partial<MemberRow> = {}): MemberRow => ({
  line,
  name: `长者${line}`,
  nationalId: null,
  card: `CARD-${line}`,
  facts: {
    birth: '1944-03-01',
    tags: [
      { tag: 'hukou_city', from: '2020-01-01', to: null },
      { tag: 'resident', from: '2020-01-01', to: null },
    ],
  },
  schemes: ['cn-sh-putuo-2025'],
  ...over,
})

/** Persons as the door would register them. */
export const register = (_app: App, names: readonly string[]) => Promise.resolve(names.map(() => newId('per')))

/** Schemes valid at all three canteens. */
export const contract = (app: App, rules: readonly unknown[] = SCHEMES, ids = ['cn-sh-putuo-2025']) =>
  importSchemes(app, {
    schemes: rules.map((each) => ({ rules: each as SubsidyScheme, validFrom: '2025-01-01' })),
    sites: ids.flatMap((schemeId) =>
      CANTEENS.map((siteId) => ({ schemeId, siteId, operatorId: OPERATOR, from: '2025-01-01' })),
    ),
  })

/** Takes members in and answers the register. */
export async function enrol(app: App, rows: readonly MemberRow[]) {
  await importMembers(app, { operatorId: OPERATOR, rows, importedBy: 'per_clerk', today: '2026-01-01' }, register)
  const all = await listMembers(app, OPERATOR)
  return rows.map(({ card }) => {
    const found = all.find((one) => one.card === card)
    if (!found?.personId) throw new Error(`${card} was not enrolled`)
    return { ...found, personId: found.personId }
  })
}

export interface Lunch {
  readonly personId: string
  readonly siteId: string
  readonly foodMinor?: number
  readonly day?: string
  readonly mode?: 'dine_in' | 'takeaway' | 'delivery'
  readonly feeMinor?: number
}

/** What would be paid for one lunch by whom. */
export const quoteLunch = (
  app: App,
  { personId, siteId, foodMinor = 2_000, day = DAY, mode = 'dine_in', feeMinor = 0 }: Lunch,
) =>
  quotePayers(app, {
    personId,
    mode,
    payWith: 'private',
    usePurse: false,
    meals: [
      {
        groupKey: `md_${siteId}_${day}`,
        operatorId: OPERATOR,
        siteId,
        serviceDate: day,
        period: 'lunch',
        today: day,
        charges: [
          { id: 'dish', kind: 'food', amountMinor: foodMinor },
          ...(feeMinor > 0 ? [{ id: 'fee', kind: 'delivery_fee' as const, amountMinor: feeMinor }] : []),
        ],
      },
    ],
  })

/** Takes what a quote said, as the placing statement does. Answers the order. */
export async function take(
  app: App,
  quote: Awaited<ReturnType<typeof quoteLunch>>,
  { personId, siteId, day = DAY }: Lunch,
) {
  const orderId = newId('ord')
  const payers = quote.payers
    .filter(({ amountMinor }) => amountMinor > 0)
    .map(({ byCharge: _byCharge, ...payer }) => ({
      ...payer,
      siteId,
      serviceDate: day,
      period: 'lunch',
      localDate: day,
    }))
  const o = { orderId, operatorId: OPERATOR, personId, now: app.now().toISOString(), payers }
  await app.db.execute(sql`select funding.reserve(${JSON.stringify(o)}::jsonb)`).catch(rethrowRefused)
  await app.db.execute(sql`select funding.confirm(${orderId})`)
  return { orderId, payers }
}

/** All of an order's money goes back. */
export const refund = (app: App, { orderId, payers }: Awaited<ReturnType<typeof take>>) => {
  const parts = payers.map(({ seq, amountMinor }) => ({ seq, amountMinor }))
  return app.db.execute(
    sql`select funding.give_back(${orderId}, ${`ref_${orderId}`}, ${JSON.stringify(parts)}::jsonb, now())`,
  )
}
