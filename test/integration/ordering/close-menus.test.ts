import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { storeRoutes } from '../../../src/http/store/routes'
import { closeDueMenus } from '../../../src/ordering/close-due-menus'
import { funds } from '../../../src/funding/funds'
import { expireHolds } from '../../../src/ordering/expire-holds'
import { openPayments } from '../../../src/platform/payments/open'
import { outbox } from '../../../src/platform/schema'
import { type TestApp, testApp } from '../../support/app'
import { caller, guest, openDoor } from '../../support/door'
import { BEFORE, CUTOFF, oneRice, raise, SERVICE_DATE } from './neighbourhood'

const LUNCH = `md_k1_${SERVICE_DATE}_lunch`
let app: TestApp
let door: Awaited<ReturnType<typeof openDoor>>

beforeEach(async () => {
  app = await testApp()
  app.setNow(BEFORE)
  await raise(app)
  door = await openDoor(app, storeRoutes(openPayments(app.config)))
})

afterEach(async () => {
  await door.close()
  await app.close()
})

const after = (ms: number) => new Date(CUTOFF.getTime() + ms)
const closings = async () => {
  const rows = await app.db.select().from(outbox).where(eq(outbox.event, 'ordering.menu-closed'))
  return rows.map(({ payload }) => (payload as { menuDayId: string }).menuDayId).sort()
}

it('closes what is due by state, once, however late the clock wakes and however many wake', async () => {
  expect(await closeDueMenus(app)).toEqual([])
  app.setNow(after(86_400_000 * 3))
  const closed = await Promise.all([1, 2, 3].map(() => closeDueMenus(app)))
  expect(closed.flat()).toHaveLength(6)
  expect(new Set(await closings()).size).toBe(6)
})

it('waits for a checkout that is being paid, and not longer than its hold', async () => {
  app.setNow(after(-1_000))
  const { body } = await caller(door.url, await guest(app)).post('/api/store/orders', oneRice())
  expect(body.status).toBe('awaiting_payment')
  app.setNow(after(40_000))
  expect(await closeDueMenus(app)).not.toContain(LUNCH)
  app.setNow(after(121_000))
  await expireHolds(app, funds.release)
  expect(await closeDueMenus(app)).toContain(LUNCH)
})

it('R2 lets no order slip in behind a closing menu', async () => {
  const me = caller(door.url, await guest(app))
  app.setNow(after(-1))
  const orders = Array.from({ length: 20 }, () => me.post('/api/store/orders', oneRice()))
  // as if the clock of the closing worker were ahead by the whole grace
  const closing = closeDueMenus({ ...app, now: () => after(60_000) })
  const answers = await Promise.all(orders)
  const closed = (await closing).includes(LUNCH)
  const { rows } = await app.db.execute<{ n: number }>(sql`
    select count(*)::int as n from ordering.fulfilment_groups where menu_day_id = ${LUNCH} and status = 'awaiting_payment'`)
  const taken = answers.filter(({ status }) => status === 201).length
  expect(rows[0]?.n).toBe(taken)
  // either it waits for the orders it met, or it came first and all were refused
  if (closed) expect(taken).toBe(0)
  for (const { status, body } of answers) if (status !== 201) expect(body.error.code).toBe('cutoff_passed')
})
