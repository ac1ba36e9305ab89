import { and, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import { dateIn } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { inTransaction } from '../../platform/database'
import { book } from '../book'
import { purses } from '../schema/purses'

export interface TopUp {
  readonly operatorIds: readonly string[]
  readonly purseId: string
  readonly amountMinor: number
  /** Where the money came in. */
  readonly from: 'cash' | 'bank'
  /** The receipt's number: said twice it is one top-up. */
  readonly reference: string
  readonly zone: string
  readonly by: string
}

/**
 * Puts money on a meal card: a liability, not revenue. The cap and the last day are judged by the row itself, so two top-ups
 * at once cannot pass it together. Answers the new balance.
 * @throws Refusal `not_found`, `purse_over_cap`, `purse_expired`.
 */
export const topUp = (app: App, input: TopUp): Promise<{ balanceMinor: number }> =>
  inTransaction(app.db, async (tx) => {
    const { purseId, amountMinor, from, reference, by } = input
    const [purse] = await tx
      .select()
      .from(purses)
      .where(and(eq(purses.id, purseId), inArray(purses.operatorId, [...input.operatorIds])))
    if (!purse) throw new Refusal('not_found')
    const { operatorId, currency, kind } = purse
    const postings = [
      { account: `cash:${from === 'cash' ? 'counter' : 'bank'}`, amountMinor },
      { account: `liability:purse:${kind}:${purseId}`, amountMinor: -amountMinor },
    ]
    const within = { ...app, db: tx }
    const fresh = await book(within, { operatorId, currency, ref: `top_up:${purseId}:${reference}`, postings })
    if (!fresh) return { balanceMinor: purse.balanceMinor }

    const today = dateIn(input.zone, app.now())
    const room = gte(purses.capMinor, sql`${purses.balanceMinor} + ${amountMinor}`)
    const open = or(isNull(purses.expiresOn), gte(purses.expiresOn, today))
    const [filled] = await tx
      .update(purses)
      .set({ balanceMinor: sql`${purses.balanceMinor} + ${amountMinor}` })
      .where(and(eq(purses.id, purseId), room, open))
      .returning({ balanceMinor: purses.balanceMinor })
    if (!filled) {
      if (purse.expiresOn && purse.expiresOn < today) throw new Refusal('purse_expired')
      throw new Refusal('purse_over_cap', { capMinor: purse.capMinor })
    }
    await note(within, { operatorId, actorId: by, action: 'funding.top-up', subject: purseId, detail: { amountMinor } })
    return filled
  })

/** Where the rules of these cards are made. */
export const CARDS = { zone: 'Asia/Shanghai', currency: 'cny' } as const

/** What a registered card may hold and what one without a name may (MOFCOM 2012/9), in fen. */
const CAPS = { registered: 500_000, bearer: 100_000 } as const

export interface OpenPurse {
  readonly id: string
  readonly operatorId: string
  readonly personId: string
  readonly kind: 'company_funded' | 'personal'
  readonly companyId: string | null
  readonly holder: keyof typeof CAPS
  readonly currency: string
  readonly expiresOn: string | null
}

/** Opens an empty meal card with its cap; opening it again changes nothing. */
export const openPurse = async (app: App, purse: OpenPurse): Promise<void> => {
  await app.db
    .insert(purses)
    .values({ ...purse, capMinor: CAPS[purse.holder] })
    .onConflictDoNothing()
}
