import { addDays, dateIn } from '../../../kernel/time'
import { clockIn, clockOut, lastShift, type Shift } from '../../../kitchen/crew/clock'
import { outputPerHead } from '../../../kitchen/crew/output'
import { sitesOf } from '../../../places/queries'
import { scopesOf, tenantsOf } from '../../caller'
import { type Route, serve } from '../../serve'
import { ownSite } from '../reach'
import * as contract from './contract'

const DAYS = 14

const shiftView = ({ inAt, outAt }: Shift) => ({ inAt: inAt.toISOString(), outAt: outAt?.toISOString() ?? null })

/** Who is at work, and what comes of it. */
export const kitchenCrewRoutes: readonly Route[] = [
  serve(contract.showShift, async ({ app, caller, params: { siteId } }) => {
    await ownSite(app, caller, siteId)
    const shift = await lastShift(app, siteId, caller.personId)
    return { shift: shift ? shiftView(shift) : null }
  }),

  serve(contract.clockIn, async ({ app, caller: { personId }, caller, params: { siteId } }) => {
    const { operatorId } = await ownSite(app, caller, siteId)
    return shiftView(await clockIn(app, { operatorId, siteId, personId }))
  }),

  serve(contract.clockOut, async ({ app, caller: { personId }, caller, params: { siteId } }) => {
    const { operatorId } = await ownSite(app, caller, siteId)
    return shiftView(await clockOut(app, { operatorId, siteId, personId }))
  }),

  serve(contract.showOutput, async ({ app, caller, query }) => {
    const { who } = contract.showOutput
    const scopes = scopesOf(caller, who)
    const sites = (await sitesOf(app, tenantsOf(caller, who))).filter(({ id }) => !scopes || scopes.includes(id))
    const to = query.to ?? dateIn(sites[0]?.zone ?? 'UTC', app.now())
    const names = new Map(sites.map(({ id, name }) => [id, name]))
    const days = await outputPerHead(app, {
      sites: sites.map(({ id, zone }) => ({ id, zone })),
      from: addDays(to, 1 - DAYS),
      to,
    })
    return { days: days.map((day) => ({ ...day, site: names.get(day.siteId) ?? { zh: '', en: '' } })) }
  }),
]
