import type { z } from 'zod'
import { dishesByIds, menuDaysOf } from '../../../catalogue/queries'
import { REFUSALS, type RefusalCode } from '../../../kernel/refusal'
import type { Locale } from '../../../kernel/text'
import { addDays, dateIn } from '../../../kernel/time'
import { daysOf, isLeftOut, ownPlans, type Plan, type PlannedDay, wants } from '../../../ordering/standing/queries'
import type { FullPlace } from '../../../places/queries'
import type { App } from '../../../platform/app'
import type { Known } from '../../../shopping/known'
import type { Caller } from '../../caller'
import { inWords, messageOf } from '../../errors'
import { placeView } from '../views'
import type { listPlans } from './contract'

/** Days ahead of which is told what will be ordered. */
const AHEAD = 10

type Answer = z.input<(typeof listPlans)['answer']>
type DayView = Answer['plans'][number]['days'][number]

/** Somebody's standing orders with what became of the next days, and why nothing was ordered where nothing was. */
export async function readPlans(app: App, known: Known, caller: Caller, locale: Locale): Promise<Answer> {
  const plans = await ownPlans(app, caller.personId)
  const from = dateIn('UTC', app.now())
  const told = await daysOf(
    app,
    plans.map(({ id }) => id),
    from,
  )
  const named = await dishesByIds(app, [
    ...new Set(plans.flatMap(({ wishes }) => wishes.flatMap(({ dishIds }) => dishIds))),
  ])
  const views = []
  for (const plan of plans) {
    const place = await known.place(app, plan.servicePointId)
    const days = told.filter(({ planId }) => planId === plan.id)
    views.push({
      id: plan.id,
      place: placeView(place),
      contact: { name: plan.contactName, phone: plan.contactPhone },
      note: plan.note,
      payWith: plan.payWith,
      usePurse: plan.usePurse,
      wishes: plan.wishes.map((wish) => ({ ...wish, dishIds: [...wish.dishIds] })),
      from: plan.from,
      to: plan.to,
      skipHolidays: plan.skipHolidays,
      pauses: [...plan.pauses],
      paused: isLeftOut(plan, dateIn(place.zone, app.now())),
      days: [...days.map((day) => dayView(day, locale)), ...(await dueDays(app, known, plan, place, days))].toSorted(
        (a, b) => a.date.localeCompare(b.date),
      ),
    })
  }
  return { plans: views, dishes: named.map(({ id, name }) => ({ id, name })) }
}

function dayView(
  { serviceDate: date, period, status, orderId, code, params, at }: PlannedDay,
  locale: Locale,
): DayView {
  const known = code !== null && code in REFUSALS ? (code as RefusalCode) : undefined
  const note = known ? { code: known, message: messageOf(known, locale, inWords(params ?? {}, locale)) } : null
  return { date, period, status: status === 'placed' ? status : 'not_placed', orderId, note, at: at.toISOString() }
}

/** What is wanted of the published days ahead and not ordered yet. */
async function dueDays(
  app: App,
  known: Known,
  plan: Plan,
  { communityId, zone }: FullPlace,
  told: readonly PlannedDay[],
): Promise<DayView[]> {
  const served = await known.served(app, communityId)
  const today = dateIn(zone, app.now())
  const sites = [...new Set(served.map(({ siteId }) => siteId))]
  const days = await menuDaysOf(app, sites, today, addDays(today, AHEAD))
  const due = new Map<string, DayView>()
  for (const { siteId, serviceDate: date, period, cutoffAt } of days) {
    if (app.now() >= cutoffAt || !served.some((area) => area.siteId === siteId && area.period === period)) continue
    if (!wants(plan, date, period)) continue
    if (told.some((day) => day.serviceDate === date && day.period === period)) continue
    due.set(`${date} ${period}`, { date, period, status: 'due', orderId: null, note: null, at: null })
  }
  return [...due.values()]
}
