import { sql } from 'drizzle-orm'
import { grouped } from '../../kernel/grouped'
import { addDays, dateIn, type ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import type { Tx } from '../../platform/database'
import { tell } from '../../platform/realtime'
import { daysBetween } from '../domain/delivery-calendar'
import { expectedPortions, type PlannedDish } from '../domain/expected-portions'
import type { DeliveryLine } from '../domain/fill-minimum'
import { decideSite, dueLines, type NotPlanned, type SiteQuestion } from '../domain/plan-site'
import { quantityReason } from '../domain/quantity-reason'
import { type AskedRecipe, type ReadyMade, readyMadeNeeds } from '../domain/ready-made'
import { type ExpectedDish, type Explosion, type IngredientNeed, siteNeeds } from '../domain/site-needs'
import type { Unplanned } from '../schema/planning'
import { couple } from './couple'
import { finishReviews } from './finish-reviews'
import { proposeLines, type WantedLine } from './propose-lines'
import { readFacts } from './read-facts'
import { knownIngredients, readPast, readTerms } from './read-terms'
import { askForReadyMade } from './ready-made'
import { type ForecastOf, readForecasts } from './read-forecasts'
import { standingTotals } from './standing-totals'
import { type SiteTerms, sourcesOf } from './sources-of'

export interface PlanReplenishment {
  readonly reviewId: string
  readonly operatorId: string
  readonly siteId: string
  /** The site's wall clock says which day it is. */
  readonly zone: string
  /** The dishes of the days to come, with what is ordered of them. */
  readonly menu: readonly PlannedDish[]
  readonly explosion: Explosion
  /** Grams of sub-recipes that 1,000 portions take and that come ready-made from another site. */
  readonly readyMade?: ReadyMade
}

export interface Replenished {
  readonly lines: number
  readonly unplanned: readonly Unplanned[]
}

/**
 * Propose what the site will lack: one proposal per supplier and delivery, with the reason of every quantity. What is
 * proposed counts as on order, so that a second look at an unchanged world proposes nothing.
 */
export async function planReplenishment(app: App, plan: PlanReplenishment): Promise<Replenished> {
  const [done] = await planSites(app, [plan], { coupled: true })
  return done ?? { lines: 0, unplanned: [] }
}

/**
 * The same for many sites in one transaction, with as many statements as for one; each site once. In the order asked.
 * Deliveries below a minimum are filled by what costs least to carry, unless they are to be `coupled` by the solver, which
 * takes up to two seconds a site.
 */
export const planSites = (
  app: App,
  plans: readonly PlanReplenishment[],
  { coupled = false }: { readonly coupled?: boolean } = {},
): Promise<Replenished[]> =>
  app.db.transaction(async (tx) => {
    if (plans.length === 0) return []
    const looks = await lookAt(app, tx, plans, coupled)
    const wanted = looks.flatMap(({ wanted: lines }) => lines)
    await proposeLines(app, tx, wanted)
    for (const { plan, asked } of looks) await askForReadyMade(tx, plan, asked)
    await finishReviews(app, tx, looks)
    await tell(
      tx,
      looks.map(({ plan: { reviewId: id, operatorId, siteId }, wanted: { length: lines } }) => ({
        topic: `procurement:${operatorId}`,
        event: 'review',
        data: { id, siteId, lines },
      })),
    )
    return looks.map(({ wanted: { length: lines }, unplanned }) => ({ lines, unplanned }))
  })

interface Look {
  readonly plan: PlanReplenishment
  readonly wanted: readonly WantedLine[]
  readonly unplanned: readonly Unplanned[]
  readonly asked: readonly AskedRecipe[]
}

/** Reads what the sites have and need, after holding them, and decides. */
async function lookAt(app: App, tx: Tx, plans: readonly PlanReplenishment[], coupled: boolean): Promise<Look[]> {
  const siteIds = plans.map(({ siteId }) => siteId)
  await holdSites(tx, siteIds)
  const todays = new Map(plans.map(({ siteId, zone }) => [siteId, dateIn(zone, app.now())]))
  const today = (siteId: string): ServiceDate => todays.get(siteId) ?? dateIn('UTC', app.now())
  const forecasts = await readForecasts(tx, plans, today)
  const past = grouped(await readPast(tx, siteIds, [...todays.values()].sort()[0]!), (day) => day.siteId)

  const menus = plans.map((plan) => expectedOf(plan, today(plan.siteId), past.get(plan.siteId) ?? [], forecasts))
  const needs = plans.map(({ explosion, siteId }, i) => needsOf(menus[i]!, explosion, today(siteId)))
  const ingredientIds = [...new Set(needs.flatMap((own) => own.map(({ ingredientId }) => ingredientId)))]
  const known = await knownIngredients(tx, ingredientIds)
  const terms = await readTerms(tx, [...new Set(plans.map(({ operatorId }) => operatorId))], ingredientIds)
  const facts = await readFacts(tx, siteIds, ingredientIds, today)
  const standing = await standingTotals(tx, siteIds)
  const sources = sourcesOf(terms, app.now())
  const looks: Look[] = []
  for (const [i, plan] of plans.entries()) {
    const { operatorId, siteId } = plan
    const from = today(siteId)
    const own = needs[i]!
    const sold = sources(operatorId, from, own[0]?.need.length ?? 0)
    const question: SiteQuestion<SiteTerms> = {
      needs: own,
      shelf: (ingredientId) => facts(siteId, ingredientId),
      sold: (ingredientId) => (known.has(ingredientId) ? sold(ingredientId) : undefined),
      standing: ({ supplierId }, day) => standing(siteId, supplierId, addDays(from, day)),
    }
    const { decided, notPlanned } = decideSite(question)
    const fitted = coupled ? await couple(app, decided, question) : decided
    const lines = dueLines(fitted, question.standing)
    const asked = readyMadeNeeds(menus[i]!, plan.readyMade)
    looks.push({ plan, asked, ...wantedOf(plan, from, lines, notPlanned, (id) => facts(siteId, id).supplies) })
  }
  return looks
}

/** Suppliers' calendars are opened for as long at least, however short the menu. */
const LEAST_DAYS = 15

/** Held until the commit, so that two plans at once cannot both order the same rice for a site. */
const holdSites = (tx: Tx, siteIds: readonly string[]) =>
  tx.execute(sql`
    select pg_advisory_xact_lock(key)
    from (select hashtextextended('procurement.plan:' || site, 0) as key
          from unnest(${sql.param([...siteIds])}::text[]) as site order by 1) keys`)

/** What is expected of every dish ahead: what is ordered, and what the forecast says is still to come. */
const expectedOf = (
  { siteId, menu }: PlanReplenishment,
  today: ServiceDate,
  past: Parameters<typeof expectedPortions>[1],
  forecasts: ForecastOf,
): ExpectedDish[] =>
  menu
    .filter(({ serviceDate }) => serviceDate >= today)
    .map((dish) => ({ dish, expectation: expectedPortions(dish, past, forecasts(siteId, dish)) }))

function needsOf(menu: readonly ExpectedDish[], explosion: Explosion, today: ServiceDate): IngredientNeed[] {
  const last = menu.reduce((latest, { dish: { serviceDate } }) => (serviceDate > latest ? serviceDate : latest), today)
  return siteNeeds(menu, explosion, today, Math.max(LEAST_DAYS, daysBetween(today, last) + 1))
}

/** Days from a date, each reckoned once: a site's lines name the same days again and again. */
function calendarFrom(today: ServiceDate): (day: number) => ServiceDate {
  const known: ServiceDate[] = []
  return (day) => (known[day] ??= addDays(today, day))
}

function wantedOf(
  { reviewId, operatorId, siteId }: PlanReplenishment,
  today: ServiceDate,
  lines: readonly DeliveryLine<SiteTerms>[],
  notPlanned: readonly NotPlanned[],
  supplies: (ingredientId: string) => Parameters<typeof quantityReason>[1],
): Omit<Look, 'plan' | 'asked'> {
  const dateOf = calendarFrom(today)
  const wanted = lines.map((line) => {
    const { ingredientId, decision, delivery, packs } = line
    const { source } = decision
    const deliverOn = dateOf(source.deliveries[delivery]!)
    const reason = quantityReason(line, supplies(ingredientId), dateOf)
    return { reviewId, operatorId, siteId, today, ingredientId, terms: source.terms, deliverOn, packs, reason }
  })
  const unplanned = notPlanned.map(({ ingredientId, reason, day, quantity }) =>
    day === undefined || quantity === undefined
      ? { ingredientId, reason }
      : { ingredientId, reason, date: dateOf(day), quantity },
  )
  return { wanted, unplanned }
}
