import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditLedger } from '../../../src/funding/audit-ledger'
import { cateringRoutes } from '../../../src/http/company/catering/routes'
import { storeRoutes } from '../../../src/http/store/routes'
import { auditOrders } from '../../../src/ordering/audit-orders'
import { openPayments } from '../../../src/platform/payments/open'
import { type TestApp, testApp } from '../../support/app'
import { caller, openDoor, staff } from '../../support/door'
import { BEFORE, CUTOFF, offerOf, raise } from '../ordering/neighbourhood'
import { budget, found, ledger } from './company'

const ROUNDS = 50

let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>
let admin: ReturnType<typeof caller>
let cook: ReturnType<typeof caller>

beforeEach(async () => {
  app = await testApp()
  app.setNow(BEFORE)
  await raise(app, { portions: 5_000 })
  await found(app)
  const payments = openPayments(app.config)
  door = await openDoor(app, [...storeRoutes(payments), ...cateringRoutes(payments)])
  admin = caller(door.url, await staff(app, 'company_admin', 'op', 'cmp'))
  cook = caller(door.url, await staff(app, 'kitchen', 'op', 'k1'))
})

afterEach(async () => {
  await door.close()
  await app.close()
})

const at = '/api/company/companies/cmp/catering'
const wish = {
  servicePointId: 'door',
  costCentreId: 'cmp_rd',
  serviceDate: '2026-11-02',
  period: 'lunch',
  heads: 20,
  perHeadMinor: 1_800,
  contact: { name: '叶文岚', phone: '13800000000' },
}

async function asked(given: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await admin.post(at, { ...wish, ...given })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.catering.at(-1).requestId
}

/** The kitchen takes the system's proposal, a little cheaper. */
async function quoted(id: string, unitMinor = 1_500) {
  const { body } = await cook.get(`/api/operator/catering/${id}/proposal`)
  const [{ menuDayId, lines }] = body.proposals
  const own = lines.map((line: { offerId: string; quantity: number }) => {
    return { offerId: line.offerId, quantity: line.quantity, unitMinor: Math.min(unitMinor, 1_800) }
  })
  return cook.post(`/api/operator/catering/${id}/quote`, { menuDayId, lines: own, validUntil: CUTOFF.toISOString() })
}
const accept = (id: string, version = 2) => admin.post(`${at}/${id}/acceptance`, { version })
const shown = async (id: string) =>
  (await admin.get(at)).body.catering.find(({ requestId }: { requestId: string }) => requestId === id)
const used = async () => {
  const { rows } = await app.db.execute<{ n: string }>(sql`select used_minor as n from funding.budgets`)
  return Number(rows[0]?.n)
}

describe('catering by the head', () => {
  it('goes from a request over a priced quote to one order on the cost centre, in one act', async () => {
    await budget(app, 100_000)
    const id = await asked()
    const proposal = await cook.get(`/api/operator/catering/${id}/proposal`)
    // three dishes in like numbers, none above 18.00 a head; delivery 3.00 on top
    expect(proposal.body.proposals).toMatchObject([
      {
        lines: [
          { quantity: 7, unitMinor: 1_800 },
          { quantity: 7, unitMinor: 1_000 },
          { quantity: 6, unitMinor: 400 },
        ],
        totalMinor: 7 * 1_800 + 7 * 1_000 + 6 * 400 + 300,
      },
    ])
    expect((await quoted(id)).status).toBe(200)
    expect(await shown(id)).toMatchObject({ status: 'quoted', totalMinor: 30_300, version: 2, orderId: null })
    expect((await accept(id)).status).toBe(200)
    const { orderId, status } = await shown(id)
    expect(status).toBe('accepted')
    const order = await admin.get(`/api/store/orders/${orderId}`)
    expect(order.body).toMatchObject({ status: 'placed', dueMinor: 0, totalMinor: 30_300 })
    expect(await used()).toBe(30_300)
    expect(await ledger(app)).toMatchObject({ 'receivable:company:cmp': 30_300 })
    const { rows } = await app.db.execute(sql`
      select cost_centre_id, legal_entity_id from funding.reservations where order_id = ${orderId}`)
    expect(rows).toEqual([{ cost_centre_id: 'cmp_rd', legal_entity_id: 'cmp_le' }])
    expect([await auditOrders(app), await auditLedger(app)]).toEqual([[], []])
  })

  it('takes another number of heads until the cut-off: the order is placed anew at the confirmed prices', async () => {
    await budget(app, 100_000)
    const id = await asked()
    await quoted(id)
    await accept(id)
    const before = await shown(id)
    const heads = (n: number, version: number) => admin.post(`${at}/${id}/heads`, { version, heads: n })
    expect((await heads(30, 2)).status).toBe(200)
    const after = await shown(id)
    expect(after).toMatchObject({ status: 'accepted', heads: 30, version: 3, totalMinor: 30 * 1_500 + 300 })
    expect(after.orderId).not.toBe(before.orderId)
    expect((await admin.get(`/api/store/orders/${before.orderId}`)).body.status).toBe('cancelled')
    expect(await used()).toBe(45_300)
    // the budget bears no more: the first order stands as it stood
    expect((await heads(90, 3)).body.error.code).toBe('budget_exhausted')
    expect(await shown(id)).toMatchObject({ status: 'accepted', heads: 30, orderId: after.orderId })
    expect((await heads(31, 2)).body.error.code).toBe('catering_changed')
    app.setNow(CUTOFF)
    expect((await heads(31, 3)).body.error.code).toBe('cutoff_passed')
    expect([await auditOrders(app), await auditLedger(app)]).toEqual([[], []])
  })

  it('refuses a quote that is over, too dear, outdated, unfeedable or another company’s', async () => {
    const id = await asked()
    expect((await quoted(id, 1_801)).body.error).toBeUndefined()
    const dear = await cook.post(`/api/operator/catering/${id}/quote`, {
      menuDayId: (await cook.get(`/api/operator/catering/${id}/proposal`)).body.proposals[0].menuDayId,
      lines: [{ offerId: offerOf('k1', 'rice'), quantity: 20, unitMinor: 1_801 }],
      validUntil: CUTOFF.toISOString(),
    })
    expect(dear.body.error).toMatchObject({ code: 'over_head_price', params: { perHeadMinor: 1_800 } })
    expect((await accept(id, 1)).body.error.code).toBe('catering_changed')
    await app.db.execute(sql`update funding.catering_requests set valid_until = ${BEFORE.toISOString()}`)
    expect((await accept(id)).body.error.code).toBe('catering_expired')
    expect((await shown(id)).status).toBe('expired')

    const vegan = await asked({ diets: { vegan: 3 } })
    expect((await cook.get(`/api/operator/catering/${vegan}/proposal`)).body.proposals).toEqual([])
    expect((await admin.post(at, { ...wish, diets: { vegan: 21 } })).status).toBe(422)
    const rival = caller(door.url, await staff(app, 'company_admin', 'op', 'other'))
    expect((await rival.post(`${at}/${id}/acceptance`, { version: 2 })).status).toBe(404)
    const stranger = caller(door.url, await staff(app, 'operator', 'elsewhere'))
    expect((await stranger.get(`/api/operator/catering/${id}/proposal`)).status).toBe(404)
  })

  it('is cancelled like any order, with the money back and the request closed', async () => {
    await budget(app, 100_000)
    const id = await asked()
    await quoted(id)
    await accept(id)
    const { orderId } = await shown(id)
    expect((await admin.post(`/api/store/orders/${orderId}/cancellation`)).status).toBe(200)
    expect([await used(), (await shown(id)).status]).toEqual([0, 'withdrawn'])
    const open = await asked()
    expect((await admin.post(`${at}/${open}/withdrawal`)).status).toBe(200)
    expect((await admin.post(`${at}/${open}/withdrawal`)).body.error.code).toBe('catering_not_open')
    expect(await auditLedger(app)).toEqual([])
  })

  it('makes one order however many accept at once, in fifty rounds', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const id = await asked({ heads: 2 })
      await quoted(id)
      const answers = await Promise.all([0, 1, 2].map(() => accept(id)))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    }
    const { rows } = await app.db.execute<{ n: number }>(sql`select count(*)::int as n from ordering.orders`)
    expect(rows[0]?.n).toBe(ROUNDS)
    expect(await auditLedger(app)).toEqual([])
  }, 120_000)
})
