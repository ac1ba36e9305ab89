import { and, eq, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import { dateIn, offsetIn } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { insertAll } from '../../platform/insert-all'
import { book } from '../book'
import { claimLines, claims } from '../schema/claims'
import { funderAccount } from '../subsidies/subsidy-payers'
import { type ClaimKey, type DueLine, dueLines } from './due-lines'

export interface IssueClaim extends ClaimKey {
  readonly issuedBy: string
  /** Names and zones of the tenant's sites, by id: written into the lines as they are now. */
  readonly sites: ReadonlyMap<string, { readonly name: string; readonly zone: string }>
}

/**
 * Writes what a funder is asked for a month, once; the second time it is the claim that stands. What an operator is paid for
 * having served people is booked here: nobody owed it before it was claimed. Answers the claim's id.
 * @throws Refusal `month_not_over` while a site's local date is still in it.
 */
export const issueClaim = (app: App, input: IssueClaim): Promise<string> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const { operatorId, schemeId, funder, month, issuedBy, sites } = input
    const key = { operatorId, schemeId, funder, month }
    if ([...sites.values()].some(({ zone }) => dateIn(zone, app.now()).slice(0, 7) <= month))
      throw new Refusal('month_not_over')
    // one at a time: two months of one funder must not both claim the same meal
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`claim:${operatorId}:${schemeId}:${funder}`}))`)
    const [standing] = await tx.select({ id: claims.id }).from(claims).where(claimOf(key))
    if (standing) return standing.id
    const due = await dueLines(within, key)
    const claimId = newId('clm')
    const amountMinor = sum(due)
    const currency = due[0]?.currency ?? 'CNY'
    const facts = { lines: due.length, amountMinor, currency, issuedBy, issuedAt: app.now() }
    await tx.insert(claims).values({ id: claimId, ...key, ...facts })
    await insertAll(
      tx,
      claimLines,
      due.map((line, i) => lineOf(line, claimId, i, sites)),
    )
    await bookServed(within, input, claimId, due)
    const detail = { schemeId, funder, month, lines: due.length, amountMinor }
    await note(within, { operatorId, actorId: issuedBy, action: 'funding.issue-claim', subject: claimId, detail })
    return claimId
  })

const claimOf = ({ operatorId, schemeId, funder, month }: ClaimKey) =>
  and(
    eq(claims.operatorId, operatorId),
    eq(claims.schemeId, schemeId),
    eq(claims.funder, funder),
    eq(claims.month, month),
  )

const sum = (lines: readonly DueLine[]): number => lines.reduce((total, { amountMinor }) => total + amountMinor, 0)

function lineOf(
  { useId, kind, amountMinor, siteId, usedAt }: DueLine,
  claimId: string,
  i: number,
  sites: IssueClaim['sites'],
) {
  const { name = siteId, zone = 'UTC' } = sites.get(siteId) ?? {}
  return { claimId, line: i + 1, useId, kind, amountMinor, site: name, time: localTime(usedAt, zone) }
}

/** `2026-11-02 11:42:07+08:00`: on the clock of the canteen. */
function localTime(at: Date, zone: string): string {
  const offset = offsetIn(zone, at)
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  const shift = (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
  return new Date(at.getTime() + shift).toISOString().slice(0, 19).replace('T', ' ') + offset
}

async function bookServed(app: App, input: IssueClaim, claimId: string, due: readonly DueLine[]): Promise<void> {
  const served = due.filter(({ fromOperator }) => fromOperator)
  const amountMinor = sum(served)
  if (amountMinor === 0) return
  await book(app, {
    operatorId: input.operatorId,
    ref: `claim:${claimId}`,
    currency: served[0]?.currency ?? 'CNY',
    postings: [
      { account: funderAccount(input.schemeId, input.funder), amountMinor },
      { account: 'revenue:operator_grants', amountMinor: -amountMinor },
    ],
  })
}
