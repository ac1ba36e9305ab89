import { and, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Text } from '../../kernel/text'
import type { MealPeriod, ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { bucketOfGrant } from '../domain/subsidies/bucket'
import type { ServiceMode, SubsidyScheme } from '../domain/subsidies/scheme'
import { stack, type Stacked, type StackedGrant } from '../domain/subsidies/stack'
import type { Use } from '../domain/subsidies/subsidise'
import { openFacts, tagsOn } from '../members/facts'
import { memberFacts, members, registrations } from '../schema/members'
import { grantUses } from '../schema/subsidies'
import { schemesAt, schemesOn } from './schemes-at'

/** One meal of a basket. Amounts in minor units. */
export interface MealToSubsidise {
  readonly groupKey: string
  readonly operatorId: string
  readonly siteId: string
  readonly serviceDate: ServiceDate
  readonly period: MealPeriod
  readonly foodMinor: number
  readonly deliveryFeeMinor: number
  readonly packagingMinor: number
}

export interface AskSubsidies {
  /** Who eats: their age, tags and grants count, whoever orders. */
  readonly personId: string
  readonly mode: ServiceMode
  readonly identified: (typeof grantUses.$inferSelect)['identified']
  readonly meals: readonly MealToSubsidise[]
}

/** A grant as it is taken with the order, all its row needs but the order. */
export type GrantToTake = Omit<
  typeof grantUses.$inferSelect,
  'id' | 'orderId' | 'seq' | 'usedAt' | 'returnedMinor' | 'releasedAt' | 'bucket'
> & { readonly bucket: string | null; readonly name: Text }

export interface MealSubsidy {
  readonly groupKey: string
  readonly discount: Stacked['discount']
  readonly grants: readonly GrantToTake[]
  readonly refused: Stacked['refused']
}

/**
 * What schemes give a person for the meals of one basket, in the order of the meals: an earlier one uses up a later one's
 * grant. Somebody who is no member of an operator gets nothing there. Reads only.
 */
export async function subsidiesFor(app: App, input: AskSubsidies): Promise<MealSubsidy[]> {
  const { personId, meals } = input
  const days = meals.map(({ serviceDate }) => serviceDate).toSorted()
  const [from, to] = [days[0], days.at(-1)]
  if (!from || !to) return []
  const found = await membersOf(app, personId, [...new Set(meals.map(({ operatorId }) => operatorId))])
  if (found.length === 0) return meals.map(({ groupKey }) => ({ groupKey, discount: null, grants: [], refused: [] }))
  const valid = await schemesAt(app, [...new Set(meals.map(({ siteId }) => siteId))], { from, to })
  const uses = await usesOf(app, [...new Set(found.map(({ pseudonym }) => pseudonym))], from, to)
  return meals.map((meal) => {
    const member = found.find(({ operatorId }) => operatorId === meal.operatorId)
    if (!member) return { groupKey: meal.groupKey, discount: null, grants: [], refused: [] }
    const schemes = schemesOn(valid, meal.siteId, meal.serviceDate)
    const given = stackFor(input.mode, meal, member, schemes, uses)
    const grants = [
      ...given.grants.map((grant) => ({ kind: 'grant' as const, grant })),
      ...given.operatorGrants.map((grant) => ({ kind: 'operator_grant' as const, grant })),
    ].map(({ kind, grant }) => takeOf(input, meal, member, { kind, grant }, uses))
    uses.push(
      ...grants.map(({ schemeId, grantId }) => {
        return { schemeId, grantId, day: meal.serviceDate, period: meal.period }
      }),
    )
    return {
      groupKey: meal.groupKey,
      discount: given.discount,
      grants,
      refused: given.refused,
    }
  })
}

type Member = Awaited<ReturnType<typeof membersOf>>[number]

async function membersOf(app: App, personId: string, operatorIds: readonly string[]) {
  const rows = await app.db
    .select({ member: members, sealed: memberFacts.sealed })
    .from(members)
    .innerJoin(memberFacts, eq(memberFacts.memberId, members.id))
    .where(and(eq(members.personId, personId), inArray(members.operatorId, [...operatorIds]), isNull(members.leftAt)))
  const enrolments = await app.db
    .select()
    .from(registrations)
    .where(inArray(registrations.memberId, [...rows.map(({ member }) => member.id), '']))
  return rows.map(({ member, sealed }) => ({
    ...member,
    facts: openFacts(app.config, member.id, sealed),
    enrolments: enrolments.filter(({ memberId }) => memberId === member.id),
  }))
}

/** What was given and stands, in the months of the meals: no cap counts over a longer time. */
const usesOf = (app: App, pseudonyms: readonly string[], from: ServiceDate, to: ServiceDate): Promise<Use[]> =>
  app.db
    .select({
      schemeId: grantUses.schemeId,
      grantId: grantUses.grantId,
      day: grantUses.serviceDate,
      period: grantUses.period,
    })
    .from(grantUses)
    .where(
      and(
        inArray(grantUses.pseudonym, [...pseudonyms]),
        gte(grantUses.serviceDate, `${from.slice(0, 7)}-01`),
        lt(grantUses.serviceDate, sql`date_trunc('month', ${to}::date) + interval '1 month'`),
        isNull(grantUses.releasedAt),
      ),
    )

function stackFor(
  mode: ServiceMode,
  { serviceDate: day, period, ...meal }: MealToSubsidise,
  { facts, enrolments }: Member,
  schemes: readonly SubsidyScheme[],
  uses: readonly Use[],
): Stacked {
  const enrolled = schemes.map((scheme) => ({
    scheme,
    registered: enrolments.some(
      ({ schemeId, from, to }) => schemeId === scheme.id && from <= day && (to === null || day <= to),
    ),
  }))
  const person = { birth: facts.birth, tags: tagsOn(facts, day), registered: false }
  return stack(enrolled, { meal: { ...meal, day, period, mode }, person, uses })
}

function takeOf(
  { mode, identified }: AskSubsidies,
  meal: MealToSubsidise,
  { id: memberId, pseudonym }: Member,
  { kind, grant }: { readonly kind: 'grant' | 'operator_grant'; readonly grant: StackedGrant },
  uses: readonly Use[],
): GrantToTake {
  const { serviceDate, period, operatorId, siteId } = meal
  const { scheme, grantId, funder, spendMinor, amountMinor } = grant
  const bucket = bucketOfGrant(scheme, grantId, { day: serviceDate, period })
  const before = uses.filter(
    (use) => use.schemeId === scheme.id && use.grantId === grantId && bucketOfGrant(scheme, grantId, use) === bucket,
  )
  return {
    operatorId,
    siteId,
    kind,
    memberId,
    pseudonym,
    name: nameOf(scheme),
    schemeId: scheme.id,
    schemeVersion: scheme.version,
    grantId,
    funder,
    serviceDate,
    period,
    mode,
    bucket,
    number: bucket === null ? 1 : before.length + 1,
    spendMinor,
    amountMinor,
    currency: scheme.currency,
    identified,
  }
}

/** What people call a scheme. */
export const nameOf = ({ id, name }: SubsidyScheme): Text => name ?? { zh: id, en: id }
