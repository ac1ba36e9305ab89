import { and, asc, eq, gte, isNull, lt, or, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { Text } from '../../kernel/text'
import { addDays, dateIn, type ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { newId } from '../../platform/id'
import type { AllowanceRule } from '../domain/allowance'
import { companies } from '../schema/companies'
import { allowanceRules } from '../schema/rules'

export interface SetRule {
  readonly companyId: string
  /** The rule a new version is made of; a new rule without. */
  readonly seriesId?: string | undefined
  readonly name: Text
  readonly position: number
  readonly rule: Omit<AllowanceRule, 'id'>
  readonly from: ServiceDate
  readonly to: ServiceDate | null
  readonly by: string
}

/** A company's rules with all their versions, by position and age. */
export const rulesOf = (app: App, companyId: string) =>
  app.db
    .select({
      versionId: allowanceRules.id,
      seriesId: sql<string>`coalesce(${allowanceRules.seriesId}, ${allowanceRules.id})`,
      position: allowanceRules.position,
      name: allowanceRules.name,
      rule: allowanceRules.rule,
      from: allowanceRules.from,
      to: allowanceRules.to,
    })
    .from(allowanceRules)
    .where(eq(allowanceRules.companyId, companyId))
    .orderBy(asc(allowanceRules.position), asc(allowanceRules.from), asc(allowanceRules.id))

/**
 * Writes a rule, or a version of one that takes its place from a day on: what was used is counted on, what had not begun by
 * then is dropped. One change of a company's rules at a time.
 * @throws Refusal `not_found`, `rule_starts_too_soon` before tomorrow where the company is.
 */
export const setRule = (app: App, input: SetRule): Promise<{ versionId: string }> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const { companyId, seriesId, name, position, rule, from, to, by } = input
    const operatorId = await lockRules(within, companyId, from)
    if (seriesId) await cut(within, companyId, seriesId, from)
    const versionId = newId('rul')
    const owner = { companyId, operatorId, seriesId: seriesId ?? null }
    await tx.insert(allowanceRules).values({ id: versionId, ...owner, name, position, rule, from, to })
    const entry = { operatorId, actorId: by, action: 'funding.set-rule', subject: companyId }
    await note(within, { ...entry, detail: { versionId, seriesId: seriesId ?? versionId, from, rule } })
    return { versionId }
  })

/** Ends a rule with a day, which is still paid. @throws Refusal `not_found`, `rule_starts_too_soon` before today. */
export const endRule = (
  app: App,
  input: { readonly companyId: string; readonly seriesId: string; readonly to: ServiceDate; readonly by: string },
): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    const { companyId, seriesId, to, by } = input
    const next = addDays(to, 1)
    const operatorId = await lockRules(within, companyId, next)
    await cut(within, companyId, seriesId, next)
    const entry = { operatorId, actorId: by, action: 'funding.end-rule', subject: companyId }
    await note(within, { ...entry, detail: { seriesId, to } })
  })

/** Today's meals are being ordered by today's rules. */
async function lockRules(app: App, companyId: string, from: ServiceDate): Promise<string> {
  const [company] = await app.db.select().from(companies).where(eq(companies.id, companyId)).for('update')
  if (!company) throw new Refusal('not_found')
  if (from <= dateIn(company.zone, app.now())) throw new Refusal('rule_starts_too_soon')
  return company.operatorId
}

/** No version of a rule holds from a day on. The first row stays whatever happens: balances are counted by it. */
async function cut(app: App, companyId: string, seriesId: string, from: ServiceDate): Promise<void> {
  const own = and(
    eq(allowanceRules.companyId, companyId),
    or(eq(allowanceRules.id, seriesId), eq(allowanceRules.seriesId, seriesId)),
  )
  const [known] = await app.db.select({ id: allowanceRules.id }).from(allowanceRules).where(own).limit(1)
  if (!known) throw new Refusal('not_found')
  const unborn = and(own, gte(allowanceRules.from, from))
  await app.db.delete(allowanceRules).where(and(unborn, eq(allowanceRules.seriesId, seriesId)))
  const last = addDays(from, -1)
  const openEnd = or(isNull(allowanceRules.to), gte(allowanceRules.to, from))
  await app.db
    .update(allowanceRules)
    .set({ to: last })
    .where(and(own, lt(allowanceRules.from, from), openEnd))
  // a first version that never began ends before its beginning: it pays nothing
  await app.db.update(allowanceRules).set({ to: last }).where(unborn)
}
