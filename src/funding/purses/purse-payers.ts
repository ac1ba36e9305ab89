import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import type { Candidate, PayersWish } from '../domain/payers'
import { purses } from '../schema/purses'

const NAMES = {
  company_funded: { zh: '公司充值餐卡', en: 'Meal card from your company' },
  personal: { zh: '个人餐卡', en: 'Your own meal card' },
} as const

/** A person's stored value: what the company gave only in company mode, their own only where they want it. */
export async function pursePayers(app: App, { personId, payWith, usePurse, meals }: PayersWish): Promise<Candidate[]> {
  const kinds = [
    ...(payWith === 'company' ? ['company_funded' as const] : []),
    ...(usePurse ? ['personal' as const] : []),
  ]
  if (kinds.length === 0 || personId === '') return []
  const free = sql<number>`${purses.balanceMinor} - ${purses.heldMinor}`
  const own = await app.db
    .select({ purse: purses, free })
    .from(purses)
    .where(and(eq(purses.personId, personId), inArray(purses.kind, kinds), gt(free, 0)))
    .orderBy(purses.kind)
  return meals.flatMap(({ groupKey, operatorId, today }) =>
    own
      .filter(({ purse }) => purse.operatorId === operatorId && (purse.expiresOn === null || purse.expiresOn >= today))
      .map(({ purse: { id, kind, companyId }, free: availableMinor }) => ({
        groupKey,
        kind: 'purse',
        ref: id,
        bucket: '',
        availableMinor,
        bucketLimitMinor: availableMinor,
        account: `liability:purse:${kind}:${id}`,
        excludes: kind === 'company_funded' ? (['alcohol', 'retail_goods', 'tip'] as const) : [],
        companyId,
        legalEntityId: null,
        costCentreId: null,
        name: NAMES[kind],
        reason: { code: `purse_${kind}`, params: { leftMinor: availableMinor } },
      })),
  )
}
