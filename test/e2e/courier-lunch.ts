import { eq } from 'drizzle-orm'
import { claimRun } from '../../src/delivery/runs/claim-run'
import { departRun } from '../../src/delivery/runs/depart-run'
import { dateIn } from '../../src/kernel/time'
import { slots } from '../../src/ordering/schema/slots'
import { sites } from '../../src/places/schema'
import { type App, openApp } from '../../src/platform/app'
import { readConfig } from '../../src/platform/config'
import { newId } from '../../src/platform/id'
import { addSite, group, load, lunch, planned, planWhole } from '../integration/delivery/lunch'
import { caller } from '../support/door'
import type { StackAddress } from '../support/stack-on'

/** The only code every order of these lunches is handed over against. */
export const CODE = '4711'

export interface Account {
  readonly email: string
  readonly password: string
}

type Group = ReturnType<typeof group>

/** Does something with the database of a stack. */
async function within<T>({ env }: StackAddress, work: (app: App) => Promise<T>): Promise<T> {
  const app = await openApp(readConfig(env), { name: 'test', poolSize: 2 })
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}

/** A zone where it is eleven in the morning now: vans drive there, and midnight is far. */
function lateMorning(now: Date): string {
  const ahead = 11 - now.getUTCHours()
  // Etc/GMT-3 is three hours ahead of Greenwich
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

/** A kitchen of the account's tenant where it is late morning, with the standard fleet; `close` takes it away again. */
export async function kitchenFor(stack: StackAddress, account: Account) {
  const { body } = await caller(stack.url).post('/api/session', account)
  const { operatorId } = body.me.roles[0]
  const siteId = newId('site')
  const zone = await within(stack, async (app) => {
    const local = lateMorning(app.now())
    await addSite(app, siteId, operatorId)
    await app.db.update(sites).set({ zone: local }).where(eq(sites.id, siteId))
    return local
  })
  const close = () => within(stack, (app) => app.db.delete(sites).where(eq(sites.id, siteId)))
  return { siteId, zone, operatorId: operatorId as string, token: body.token as string, close }
}

export type Kitchen = Awaited<ReturnType<typeof kitchenFor>>

/** A lunch that is served in a quarter of an hour, planned into runs. */
export const lunchWith = (stack: StackAddress, { siteId, operatorId, zone }: Kitchen, groups: readonly Group[]) =>
  within(stack, async (app) => {
    const servesFrom = new Date(app.now().getTime() + 15 * 60_000)
    const servesTo = new Date(servesFrom.getTime() + 2 * 3_600_000)
    const serviceDate = dateIn(zone, app.now())
    const menuDayId = newId('md')
    const meal = { menuDayId, operatorId, siteId, serviceDate, period: 'lunch' as const, zone, servesFrom, servesTo }
    // ordering knows the day too: the workers of the stack hear of its runs
    await app.db.insert(slots).values({ ...meal, cutoffAt: app.now(), closedAt: app.now() })
    await planWhole(app, lunch({ ...meal, groups: [...groups] }))
    const { runs, stops } = await planned(app, menuDayId)
    return { menuDayId, siteId, runs, stops }
  })

/** A lunch with three orders at one building, in one free run. */
export async function lunchFor(stack: StackAddress, kitchen: Kitchen) {
  const orders = [2, 1, 1].map((boxes, i) => group('east-1', { number: `E${i + 1}`, boxes, code: CODE }))
  const { runs, ...rest } = await lunchWith(stack, kitchen, orders)
  return { ...rest, runId: runs[0]?.id ?? '' }
}

/** Somebody takes a run, loads all of it and leaves. */
export const driveOff = (stack: StackAddress, runId: string, courierId: string) =>
  within(stack, async (app) => {
    await claimRun(app, { runId, courierId })
    await load(app, runId, courierId)
    await departRun(app, { runId, courierId })
  })
