import { sql } from 'drizzle-orm'
import type { AllowanceRule } from '../../../src/funding/domain/allowance'
import { companies, costCentres, employees, legalEntities } from '../../../src/funding/schema/companies'
import { allowanceRules, budgets } from '../../../src/funding/schema/rules'
import { guestToken } from '../../../src/http/auth'
import { welcomeGuest } from '../../../src/people/welcome-guest'
import type { App } from '../../../src/platform/app'
import { caller } from '../../support/door'
import { offerOf } from '../ordering/neighbourhood'

const text = (en: string) => ({ zh: `${en}（中）`, en })

/** A company with one legal entity and one cost centre. */
export async function found(app: App, id = 'cmp', given: Partial<typeof companies.$inferInsert> = {}): Promise<void> {
  await app.db.insert(companies).values({ id, operatorId: 'op', name: text(id), buildingId: 'bld', ...given })
  const owner = { companyId: id, operatorId: 'op' }
  await app.db.insert(legalEntities).values({ id: `${id}_le`, ...owner, name: text(`${id} Ltd`), taxNumber: '91X' })
  const centre = { legalEntityId: `${id}_le`, code: 'RD', name: text('Research') }
  await app.db.insert(costCentres).values({ id: `${id}_rd`, ...owner, ...centre })
}

/** Lunch 25.00 on workdays, food only, nothing carried over; or as given. */
export const pay = (app: App, rule: Partial<AllowanceRule> = {}, companyId = 'cmp') =>
  app.db.insert(allowanceRules).values({
    id: `rul_${companyId}`,
    companyId,
    operatorId: 'op',
    name: text('Working lunch'),
    rule: {
      amountMinor: 2_500,
      per: 'meal',
      periods: ['lunch'],
      days: 'workdays',
      carryOver: false,
      excludes: ['delivery_fee', 'packaging', 'tip', 'alcohol', 'retail_goods'],
      ...rule,
    },
    from: '2026-01-01',
  })

export const budget = (app: App, limitMinor: number) =>
  app.db.insert(budgets).values({
    id: 'bud',
    costCentreId: 'cmp_rd',
    companyId: 'cmp',
    operatorId: 'op',
    month: '2026-11',
    limitMinor,
    covers: { days: 'every_day', excludes: ['tip'] },
  })

/** Somebody who works for the company, as a caller. */
export async function employee(app: App, url: string, companyId = 'cmp') {
  const { personId } = await welcomeGuest(app, { name: '林夏', phone: '13800000000', locale: 'zh-CN' })
  await app.db.insert(employees).values({ companyId, personId, department: 'office', costCentreId: `${companyId}_rd` })
  return { personId, ...caller(url, await guestToken(app, personId)) }
}

type Asking = Pick<ReturnType<typeof caller>, 'post'>

/** What a basket would cost whom. */
export const quoteOf = (me: Asking, dishes: readonly string[], given: Record<string, unknown> = {}) =>
  me.post('/api/store/quotes', {
    servicePointId: 'lobby',
    items: items(dishes, given),
    payWith: 'company',
    ...rest(given),
  })

const items = (dishes: readonly string[], { site = 'k1', period = 'lunch', date }: Record<string, unknown>) =>
  dishes.map((dish) => ({
    offerId: offerOf(String(site), dish, String(period), date as string | undefined),
    quantity: 1,
  }))

const rest = ({ site: _site, period: _period, date: _date, ...others }: Record<string, unknown>) => others

/** Orders what was quoted, with the company's money. */
export async function orderAs(me: Asking, dishes: readonly string[], given: Record<string, unknown> = {}) {
  const { body: quote } = await quoteOf(me, dishes, given)
  return placeQuoted(me, quote, dishes, given)
}

export const placeQuoted = (
  me: Asking,
  quote: { totalMinor: number; dueMinor: number },
  dishes: readonly string[],
  given: Record<string, unknown> = {},
) =>
  me.post('/api/store/orders', {
    servicePointId: 'lobby',
    items: items(dishes, given),
    contact: { name: '林夏', phone: '13800000000' },
    payWith: 'company',
    ...rest(given),
    totalMinor: quote.totalMinor,
    dueMinor: quote.dueMinor,
  })

/** Every account that is not at zero. */
export async function ledger(app: App): Promise<Record<string, number>> {
  const { rows } = await app.db.execute<{ account: string; amount: string }>(sql`
    select account, sum(amount_minor) as amount from funding.ledger_entries group by account
    having sum(amount_minor) <> 0 order by account`)
  return Object.fromEntries(rows.map(({ account, amount }) => [account, Number(amount)]))
}
