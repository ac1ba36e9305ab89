import { and, desc, eq, lte } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { inTransaction } from '../../platform/database'
import { book } from '../book'
import { owedToParty } from '../domain/settlement'
import { settlementLines, settlementRules } from '../schema/settlement'

/** A fulfilment group that was handed over, with the food that stayed in it. */
export interface HandedOver {
  readonly groupId: string
  readonly operatorId: string
  readonly siteId: string
  readonly serviceDate: string
  readonly portions: number
  /** Food without tax, minor units. */
  readonly netMinor: number
  readonly currency: string
}

/**
 * Books what the operator owes the kitchens' parties for what was handed over, by the rule of the service date, each group
 * once. Kitchens without a rule are the operator's own. Returns how many were new.
 */
export const settleGroups = (app: App, groups: readonly HandedOver[]): Promise<number> =>
  inTransaction(app.db, async (tx) => {
    const within = { ...app, db: tx }
    let settled = 0
    for (const group of groups) if (await settle(within, group)) settled += 1
    return settled
  })

async function settle(app: App, group: HandedOver): Promise<boolean> {
  const { groupId, operatorId, siteId, serviceDate, currency } = group
  const [rule] = await app.db
    .select()
    .from(settlementRules)
    .where(
      and(
        eq(settlementRules.siteId, siteId),
        eq(settlementRules.operatorId, operatorId),
        lte(settlementRules.from, serviceDate),
      ),
    )
    .orderBy(desc(settlementRules.from))
    .limit(1)
  if (!rule) return false
  const amountMinor = owedToParty(rule, group)
  if (amountMinor === 0) return false
  const { partyId } = rule
  const fresh = await app.db
    .insert(settlementLines)
    .values({ ...group, partyId, amountMinor, at: app.now() })
    .onConflictDoNothing()
    .returning({ groupId: settlementLines.groupId })
  if (fresh.length === 0) return false
  const postings = [
    { account: 'cost:settlement', amountMinor },
    { account: `payable:party:${operatorId}:${partyId}`, amountMinor: -amountMinor },
  ]
  return book(app, { operatorId, currency, ref: `settled:${groupId}`, postings })
}
