import { and, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { newId } from '../../platform/id'
import type { Diet } from '../domain/catering'
import { cateringRequests } from '../schema/catering'
import { companies, costCentres, legalEntities } from '../schema/companies'

export interface AskCatering {
  readonly companyId: string
  readonly costCentreId: string | null
  readonly servicePointId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly heads: number
  readonly perHeadMinor: number
  /** Together no more than `heads`. */
  readonly diets: Readonly<Partial<Record<Diet, number>>>
  readonly note: string
  readonly contact: { readonly name: string; readonly phone: string }
  readonly by: string
}

/** Asks for catering for so many heads. @throws Refusal `not_found` for a foreign cost centre. */
export const askCatering = (app: App, input: AskCatering): Promise<{ requestId: string }> =>
  inTransaction(app.db, async (tx) => {
    const { companyId, costCentreId, by, contact, diets, ...wish } = input
    const [company] = await tx
      .select({
        operatorId: companies.operatorId,
        currency: companies.currency,
        legalEntityId: sql<
          string | null
        >`(select min(l.id) from ${legalEntities} l where l.company_id = ${companies.id})`,
      })
      .from(companies)
      .where(eq(companies.id, companyId))
    if (!company) throw new Refusal('not_found')
    const centre = costCentreId ? await centreOf({ ...app, db: tx }, companyId, costCentreId) : undefined
    const requestId = newId('ctg')
    const whom = { ...company, companyId, costCentreId, legalEntityId: centre?.legalEntityId ?? company.legalEntityId }
    const taking = { contactName: contact.name, contactPhone: contact.phone, askedBy: by, askedAt: app.now() }
    await tx.insert(cateringRequests).values({ id: requestId, ...whom, ...wish, diets, ...taking, status: 'asked' })
    const entry = { operatorId: company.operatorId, actorId: by, action: 'funding.ask-catering', subject: requestId }
    await note({ ...app, db: tx }, { ...entry, detail: { heads: wish.heads, perHeadMinor: wish.perHeadMinor } })
    return { requestId }
  })

async function centreOf(app: App, companyId: string, costCentreId: string) {
  const own = and(eq(costCentres.id, costCentreId), eq(costCentres.companyId, companyId))
  const [centre] = await app.db.select().from(costCentres).where(own)
  if (!centre) throw new Refusal('not_found')
  return centre
}

/** Ends a request that is no order yet, by the company or, with a reason, by the kitchen. @throws Refusal `catering_not_open`. */
export const closeCatering = (
  app: App,
  input: {
    readonly requestId: string
    readonly operatorId: string
    readonly status: 'declined' | 'withdrawn'
    readonly answer: string
    readonly by: string
  },
): Promise<void> =>
  inTransaction(app.db, async (tx) => {
    const { requestId, operatorId, status, answer, by } = input
    const open = and(eq(cateringRequests.id, requestId), inArray(cateringRequests.status, ['asked', 'quoted']))
    const [closed] = await tx.update(cateringRequests).set({ status, answer }).where(open).returning()
    if (!closed) throw new Refusal('catering_not_open')
    await note(
      { ...app, db: tx },
      { operatorId, actorId: by, action: `funding.${status}-catering`, subject: requestId },
    )
  })

export type Catering = typeof cateringRequests.$inferSelect

/** One request of some companies or of some tenants. @throws Refusal `not_found`. */
export async function cateringById(
  app: App,
  reach: { readonly companyIds?: readonly string[]; readonly operatorIds?: readonly string[] },
  requestId: string,
): Promise<Catering> {
  const [found] = await app.db
    .select()
    .from(cateringRequests)
    .where(and(eq(cateringRequests.id, requestId), within(reach)))
    .for('update')
  if (!found) throw new Refusal('not_found')
  return found
}

/** The requests of some companies or tenants: what is open and to come, and the last of what is over. */
export const cateringOf = (
  app: App,
  reach: { readonly companyIds?: readonly string[]; readonly operatorIds?: readonly string[] },
) =>
  app.db
    .select()
    .from(cateringRequests)
    .where(and(within(reach), gt(cateringRequests.askedAt, new Date(app.now().getTime() - SHOWN_MS))))
    .orderBy(cateringRequests.serviceDate, cateringRequests.id)

const SHOWN_MS = 92 * 86_400_000

const within = ({
  companyIds = [],
  operatorIds = [],
}: {
  companyIds?: readonly string[]
  operatorIds?: readonly string[]
}) =>
  or(
    inArray(cateringRequests.companyId, [...companyIds, '']),
    inArray(cateringRequests.operatorId, [...operatorIds, '']),
  )

/** What a request has come to: a quote nobody accepted in time is `expired`. */
export const stateOf = ({ status, validUntil }: Pick<Catering, 'status' | 'validUntil'>, now: Date) =>
  status === 'quoted' && validUntil !== null && validUntil <= now ? ('expired' as const) : status
