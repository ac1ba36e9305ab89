import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { App } from '../../platform/app'
import { ledgerEntries, ledgerTransactions } from '../schema'
import { purses } from '../schema/purses'
import { topUps } from '../schema/top-ups'

/** Somebody's own meal cards. */
export const pursesOf = (app: App, personId: string) =>
  app.db
    .select({
      id: purses.id,
      operatorId: purses.operatorId,
      kind: purses.kind,
      balanceMinor: purses.balanceMinor,
      heldMinor: purses.heldMinor,
      capMinor: purses.capMinor,
      currency: purses.currency,
      expiresOn: purses.expiresOn,
    })
    .from(purses)
    .where(eq(purses.personId, personId))
    .orderBy(asc(purses.kind), asc(purses.id))

/** What moved on somebody's own meal cards, newest first, at most 30; money in is positive. */
export async function purseMovements(app: App, personId: string) {
  const account = sql`'liability:purse:' || ${purses.kind} || ':' || ${purses.id}`
  const rows = await app.db
    .select({
      id: ledgerTransactions.id,
      purseId: purses.id,
      ref: ledgerTransactions.ref,
      at: ledgerTransactions.at,
      amountMinor: sql<number>`(-sum(${ledgerEntries.amountMinor}))::int`,
    })
    .from(purses)
    .innerJoin(ledgerEntries, eq(ledgerEntries.account, account))
    .innerJoin(ledgerTransactions, eq(ledgerTransactions.id, ledgerEntries.transactionId))
    .where(eq(purses.personId, personId))
    .groupBy(ledgerTransactions.id, purses.id)
    .orderBy(desc(ledgerTransactions.at), desc(ledgerTransactions.id))
    .limit(30)
  return rows.map(({ ref, ...row }) => ({ ...row, kind: movementOf(ref) }))
}

function movementOf(ref: string): 'top_up' | 'paid' | 'returned' {
  if (ref.startsWith('top_up:')) return 'top_up'
  return ref.startsWith('received:') ? 'paid' : 'returned'
}

/** Top-ups that the card had no room for and that are on their way back. */
export const topUpsOwedBack = (app: App, personId: string) =>
  app.db
    .select({ id: topUps.id, amountMinor: topUps.amountMinor, currency: topUps.currency })
    .from(topUps)
    .where(and(eq(topUps.personId, personId), eq(topUps.status, 'owed_back')))
    .orderBy(desc(topUps.updatedAt))

/** A person's top-up by its intent; undefined where there is none. */
export async function findTopUp(app: App, provider: 'local' | 'stripe', intentId: string, personId: string) {
  const [row] = await app.db
    .select()
    .from(topUps)
    .where(and(eq(topUps.provider, provider), eq(topUps.intentId, intentId), eq(topUps.personId, personId)))
  return row
}
