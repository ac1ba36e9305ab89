import type { App } from '../../platform/app'
import type { Candidate, MealToPay } from '../domain/payers'
import type { Reason } from '../domain/subsidies/subsidise'
import { CHARGE_KINDS, type ChargeKind } from '../domain/tender'
import { type AskSubsidies, type GrantToTake, type MealSubsidy, nameOf, subsidiesFor } from './subsidies-for'

/** Food is what funders and canteens pay for; nobody grants a delivery fee. */
const BUT_FOOD: readonly ChargeKind[] = CHARGE_KINDS.filter((kind) => kind !== 'food')

/** What somebody can do something about, or should know; nobody is told that a younger person gets something else. */
export const WORTH_SAYING: readonly Reason[] = ['mode', 'period', 'registration', 'minimum_spend', 'cap']

/** What `funding.take_grant` writes down with the order. */
type TakenGrant = Omit<GrantToTake, 'kind' | 'operatorId' | 'name'> & {
  readonly usedAt: string
  readonly operatorGrants: readonly GrantToTake[]
}

export interface SubsidyWish {
  readonly personId: string
  readonly proxyFor?: string
  readonly mode: AskSubsidies['mode']
  /** How sure the till is of the person; an account by default. */
  readonly identified?: AskSubsidies['identified']
  readonly meals: readonly MealToPay[]
}

/** What schemes pay of a basket for whoever eats it: discounts, grants, and the grants that are not given but asked about. */
export async function subsidyPayers(app: App, wish: SubsidyWish): Promise<Candidate[]> {
  const { personId, proxyFor, mode, meals } = wish
  const given = await subsidiesFor(app, {
    personId: proxyFor ?? personId,
    mode,
    identified: proxyFor ? 'proxy' : (wish.identified ?? 'account'),
    meals: meals.map((meal) => ({
      ...meal,
      foodMinor: sumOf(meal, 'food'),
      deliveryFeeMinor: sumOf(meal, 'delivery_fee'),
      packagingMinor: sumOf(meal, 'packaging'),
    })),
  })
  const forWhom = proxyFor ? { personId: proxyFor } : {}
  const usedAt = app.now().toISOString()
  return given
    .flatMap((one) => [...discountOf(one), ...grantsOf(one, usedAt), ...refusedOf(one)])
    .map((candidate) => ({ ...candidate, ...forWhom }))
}

const sumOf = ({ charges }: MealToPay, kind: ChargeKind): number =>
  charges.reduce((sum, charge) => sum + (charge.kind === kind ? charge.amountMinor : 0), 0)

const NO_COMPANY = { companyId: null, legalEntityId: null, costCentreId: null }

function discountOf({ groupKey, discount }: MealSubsidy): Candidate[] {
  if (!discount) return []
  const { scheme, amountMinor } = discount
  return [
    {
      groupKey,
      kind: 'discount',
      ref: scheme.id,
      // each meal has a discount of its own
      bucket: groupKey,
      availableMinor: amountMinor,
      bucketLimitMinor: amountMinor,
      account: 'revenue:discounts',
      excludes: BUT_FOOD,
      ...NO_COMPANY,
      name: nameOf(scheme),
      reason: { code: 'scheme_discount', params: {} },
    },
  ]
}

function grantsOf({ groupKey, grants }: MealSubsidy, usedAt: string): Candidate[] {
  const served = new Set<string>()
  return grants.flatMap(({ kind, operatorId: _operatorId, name, ...grant }): Candidate[] => {
    const { schemeId, grantId, funder, bucket, amountMinor } = grant
    if (kind !== 'grant') return []
    // what the operator may claim comes with the first grant of its scheme
    const operatorGrants = served.has(schemeId) ? [] : grants.filter((one) => isFor(one, schemeId))
    served.add(schemeId)
    return [
      {
        groupKey,
        kind,
        ref: `${schemeId}:${grantId}`,
        bucket: bucket ?? groupKey,
        availableMinor: amountMinor,
        bucketLimitMinor: amountMinor,
        account: funderAccount(schemeId, funder),
        excludes: BUT_FOOD,
        ...NO_COMPANY,
        name,
        reason: { code: 'scheme_grant', params: { funder } },
        grant: { ...grant, usedAt, operatorGrants } satisfies TakenGrant,
      },
    ]
  })
}

const isFor = (grant: GrantToTake, schemeId: string): boolean =>
  grant.kind === 'operator_grant' && grant.schemeId === schemeId

/** One line a scheme that gives nothing, with the first reason worth saying. */
function refusedOf({ groupKey, grants, refused }: MealSubsidy): Candidate[] {
  const told = new Set(grants.map(({ schemeId }) => schemeId))
  return refused.flatMap(({ scheme, reason }): Candidate[] => {
    if (told.has(scheme.id) || !WORTH_SAYING.includes(reason)) return []
    told.add(scheme.id)
    return [
      {
        groupKey,
        kind: 'grant',
        ref: scheme.id,
        bucket: groupKey,
        availableMinor: 0,
        bucketLimitMinor: 0,
        account: '',
        excludes: BUT_FOOD,
        ...NO_COMPANY,
        name: nameOf(scheme),
        reason: { code: `grant_${reason}`, params: {} },
      },
    ]
  })
}

/** Where the ledger keeps what a funder owes. */
export const funderAccount = (schemeId: string, funder: string): string => `receivable:funder:${schemeId}:${funder}`
