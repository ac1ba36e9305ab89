import { newId } from '../../src/platform/id'
import { dateIn } from '../../src/kernel/time'
import { siteById } from '../../src/places/queries'
import { openApp } from '../../src/platform/app'
import { readConfig } from '../../src/platform/config'
import { group, lunch, planned, planWhole } from '../integration/delivery/lunch'
import { caller } from '../support/door'
import type { StackAddress } from '../support/stack-on'

/** The only code every order of these lunches is handed over against. */
export const CODE = '4711'

export interface Account {
  readonly email: string
  readonly password: string
}

type Group = ReturnType<typeof group>

/** A lunch of today at the first kitchen of a courier, planned into runs. */
export async function lunchWith({ env, url }: StackAddress, account: Account, groups: readonly Group[]) {
  const { token } = (await caller(url).post('/api/session', account)).body
  const { sites } = (await caller(url, token).get('/api/courier/runs')).body
  const app = await openApp(readConfig(env), { name: 'test', poolSize: 2 })
  try {
    const site = await siteById(app, sites[0].id)
    if (!site) throw new Error('the courier has no kitchen')
    const servesFrom = new Date(app.now().getTime() + 15 * 60_000)
    const servesTo = new Date(servesFrom.getTime() + 2 * 3_600_000)
    const serviceDate = dateIn(site.zone, app.now())
    const { id: siteId, operatorId } = site
    const menuDayId = newId('md')
    await planWhole(
      app,
      lunch({ menuDayId, siteId, operatorId, serviceDate, servesFrom, servesTo, groups: [...groups] }),
    )
    const { runs, stops } = await planned(app, menuDayId)
    return { menuDayId, siteId, token: token as string, runs, stops }
  } finally {
    await app.close()
  }
}

/** A lunch with three orders at two buildings, in one free run. */
export async function lunchFor(stack: StackAddress, account: Account) {
  const orders = ['east-1', 'east-2', 'east-2'].map((building, i) =>
    group(building, { number: `E${i + 1}`, boxes: i === 0 ? 2 : 1, code: CODE }),
  )
  const { runs, ...rest } = await lunchWith(stack, account, orders)
  return { ...rest, runId: runs[0]?.id ?? '' }
}
