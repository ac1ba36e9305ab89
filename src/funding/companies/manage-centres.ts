import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { Text } from '../../kernel/text'
import type { MealPeriod } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { newId } from '../../platform/id'
import { isTaken } from '../../platform/refused'
import { BudgetCover } from '../domain/budget'
import { companies, companyPrices, companySites, costCentres, employees, legalEntities } from '../schema/companies'
import { budgets } from '../schema/rules'

export interface SaveCentre {
  readonly companyId: string
  /** One that stands; a new one without. */
  readonly costCentreId?: string | undefined
  readonly legalEntityId: string
  readonly code: string
  readonly name: Text
  /** Who may approve besides the administrators: one of the company's people. */
  readonly ownerId: string | null
  readonly by: string
}

/** Writes a cost centre. @throws Refusal `not_found` for a foreign entity, owner or centre, `code_taken`. */
export const saveCentre = (app: App, input: SaveCentre): Promise<{ costCentreId: string }> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const { companyId, legalEntityId, code, name, ownerId, by } = input
    const entity = and(eq(legalEntities.id, legalEntityId), eq(legalEntities.companyId, companyId))
    const [owner] = await tx.select({ operatorId: legalEntities.operatorId }).from(legalEntities).where(entity)
    if (!owner) throw new Refusal('not_found')
    if (ownerId) await requireEmployee(within, companyId, ownerId)
    const costCentreId = input.costCentreId ?? newId('ccn')
    const facts = { legalEntityId, code, name, ownerId }
    const [saved] = await tx
      .insert(costCentres)
      .values({ id: costCentreId, companyId, ...owner, ...facts })
      .onConflictDoUpdate({ target: costCentres.id, set: facts, setWhere: eq(costCentres.companyId, companyId) })
      .returning({ id: costCentres.id })
      .catch((error: unknown) => {
        if (isTaken(error, 'cost_centre_code')) throw new Refusal('code_taken')
        throw error
      })
    if (!saved) throw new Refusal('not_found')
    const entry = { ...owner, actorId: by, action: 'funding.save-cost-centre', subject: costCentreId }
    await note(within, { ...entry, detail: { code, ownerId } })
    return { costCentreId }
  })

async function requireEmployee(app: App, companyId: string, personId: string): Promise<void> {
  const own = and(eq(employees.companyId, companyId), eq(employees.personId, personId), isNull(employees.leftAt))
  const [found] = await app.db.select({ id: employees.personId }).from(employees).where(own)
  if (!found) throw new Refusal('not_found')
}

export interface SetBudget {
  readonly companyId: string
  readonly costCentreId: string
  /** `YYYY-MM` of the service dates. */
  readonly month: string
  readonly limitMinor: number
  readonly by: string
}

/** Sets what a cost centre may spend in a month, never below what it has. @throws Refusal `not_found`, `budget_below_used`. */
export const setBudget = (app: App, { companyId, costCentreId, month, limitMinor, by }: SetBudget): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const own = and(eq(costCentres.id, costCentreId), eq(costCentres.companyId, companyId))
    const [owner] = await tx.select({ operatorId: costCentres.operatorId }).from(costCentres).where(own)
    if (!owner) throw new Refusal('not_found')
    const [set] = await tx
      .insert(budgets)
      .values({ id: newId('bud'), costCentreId, companyId, ...owner, month, limitMinor, covers: BudgetCover.parse({}) })
      .onConflictDoUpdate({
        target: [budgets.costCentreId, budgets.month],
        set: { limitMinor },
        setWhere: lte(budgets.usedMinor, limitMinor),
      })
      .returning({ id: budgets.id })
    if (!set) {
      const known = and(eq(budgets.costCentreId, costCentreId), eq(budgets.month, month))
      const [stands] = await tx.select({ usedMinor: budgets.usedMinor }).from(budgets).where(known)
      throw new Refusal('budget_below_used', { usedMinor: stands?.usedMinor ?? 0 })
    }
    const entry = { ...owner, actorId: by, action: 'funding.set-budget', subject: costCentreId }
    await note({ ...app, db: tx }, { ...entry, detail: { month, limitMinor } })
  })

export interface SetAllowed {
  readonly companyId: string
  /** Null: every kitchen that serves the place; every meal. */
  readonly siteIds: readonly string[] | null
  readonly periods: readonly MealPeriod[] | null
  readonly by: string
}

/** Says at which kitchens and for which meals a company's money may be spent. @throws Refusal `not_found`. */
export const setAllowed = (app: App, { companyId, siteIds, periods, by }: SetAllowed): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const [company] = await tx
      .update(companies)
      .set({ allowedSiteIds: siteIds && [...siteIds], allowedPeriods: periods && [...periods] })
      .where(eq(companies.id, companyId))
      .returning({ operatorId: companies.operatorId })
    if (!company) throw new Refusal('not_found')
    const entry = { ...company, actorId: by, action: 'funding.set-allowed', subject: companyId }
    await note({ ...app, db: tx }, { ...entry, detail: { siteIds, periods } })
  })

export interface SetPrice {
  readonly companyId: string
  readonly dishId: string
  readonly priceMinor: number
  readonly from: string
  readonly by: string
}

/** Agrees a price with a company from a day on; the same day again replaces it. @throws Refusal `not_found`. */
export const setPrice = (app: App, { companyId, dishId, priceMinor, from, by }: SetPrice): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const [company] = await tx.select().from(companies).where(eq(companies.id, companyId))
    if (!company) throw new Refusal('not_found')
    await tx
      .insert(companyPrices)
      .values({ companyId, dishId, priceMinor, from })
      .onConflictDoUpdate({
        target: [companyPrices.companyId, companyPrices.dishId, companyPrices.from],
        set: { priceMinor },
      })
    const { operatorId } = company
    const entry = { operatorId, actorId: by, action: 'funding.set-company-price', subject: companyId }
    await note({ ...app, db: tx }, { ...entry, detail: { dishId, priceMinor, from } })
  })

/** A company's entities, sites, cost centres with a month's budget, and its price list with what comes next. */
export async function setupOf(app: App, companyId: string, month: string) {
  const entities = await app.db
    .select({ id: legalEntities.id, name: legalEntities.name, taxNumber: legalEntities.taxNumber })
    .from(legalEntities)
    .where(eq(legalEntities.companyId, companyId))
    .orderBy(asc(legalEntities.id))
  const sites = await app.db
    .select({ buildingId: companySites.buildingId })
    .from(companySites)
    .where(eq(companySites.companyId, companyId))
    .orderBy(asc(companySites.buildingId))
  const centres = await app.db
    .select({
      id: costCentres.id,
      code: costCentres.code,
      name: costCentres.name,
      legalEntityId: costCentres.legalEntityId,
      ownerId: costCentres.ownerId,
      limitMinor: budgets.limitMinor,
      usedMinor: budgets.usedMinor,
      people: sql<number>`(select count(*)::int from ${employees} e where e.cost_centre_id = ${costCentres.id} and e.left_at is null)`,
    })
    .from(costCentres)
    .leftJoin(budgets, and(eq(budgets.costCentreId, costCentres.id), eq(budgets.month, month)))
    .where(eq(costCentres.companyId, companyId))
    .orderBy(asc(costCentres.code))
  const prices = await app.db
    .select({ dishId: companyPrices.dishId, priceMinor: companyPrices.priceMinor, from: companyPrices.from })
    .from(companyPrices)
    .where(eq(companyPrices.companyId, companyId))
    .orderBy(asc(companyPrices.dishId), asc(companyPrices.from))
  return { entities, sites, centres, prices }
}
