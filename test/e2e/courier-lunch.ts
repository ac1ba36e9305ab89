import { newId } from '../../src/platform/id'
import { planMenuDay } from '../../src/delivery/planning/plan-menu-day'
import { dateIn } from '../../src/kernel/time'
import { siteById } from '../../src/places/queries'
import { openApp } from '../../src/platform/app'
import { readConfig } from '../../src/platform/config'
import { group, lunch, planned } from '../integration/delivery/lunch'
import { caller } from '../support/door'
import type { StackAddress } from '../support/stack-on'

/** The only code every order of these lunches is handed over against. */
export const CODE = '4711'

/** A lunch of today with three orders at three buildings, in one free run at the kitchen of a courier. */
export async function lunchFor({ env, url }: StackAddress, account: { email: string; password: string }) {
  const { token } = (await caller(url).post('/api/session', account)).body
  const { sites } = (await caller(url, token).get('/api/courier/runs')).body
  const app = await openApp(readConfig(env), { name: 'test', poolSize: 2 })
  try {
    const site = await siteById(app, sites[0].id)
    if (!site) throw new Error('the courier has no kitchen')
    const orders = ['east-1', 'east-2', 'west-1'].map((building, i) =>
      group(building, { number: `E${i + 1}`, pointKind: i === 2 ? 'locker' : 'door', code: CODE }),
    )
    const servesFrom = new Date(app.now().getTime() + 15 * 60_000)
    const servesTo = new Date(servesFrom.getTime() + 2 * 3_600_000)
    const serviceDate = dateIn(site.zone, app.now())
    const { id: siteId, operatorId } = site
    const day = lunch({ menuDayId: newId('md'), siteId, operatorId, serviceDate, servesFrom, servesTo, groups: orders })
    await planMenuDay(app, day)
    const { runs } = await planned(app, day.menuDayId)
    return { runId: runs[0]?.id ?? '', siteId, token: token as string }
  } finally {
    await app.close()
  }
}
