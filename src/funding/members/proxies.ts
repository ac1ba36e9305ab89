import { randomInt } from 'node:crypto'
import { and, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { isTaken } from '../../platform/refused'
import { keyedHash } from '../../platform/seal'
import { proxies } from '../schema/members'

/** An invitation is told on the phone and used the same day or the next. */
const INVITED_MS = 48 * 3_600_000
/** No 0, O, 1, I: read aloud, typed by somebody else. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const CODE_LENGTH = 8

const hashOf = (app: App, code: string): string =>
  keyedHash(app.config, 'proxy-code', code.toUpperCase().replaceAll(/[\s-]/g, ''))

/** Leave to order in somebody's name, as a code for whom that person chooses; good for two days and one person. */
export async function inviteProxy(app: App, { principalId }: { readonly principalId: string }) {
  const code = Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)] ?? '').join('')
  const id = newId('prx')
  const expiresAt = new Date(app.now().getTime() + INVITED_MS)
  await app.db.insert(proxies).values({ id, principalId, codeHash: hashOf(app, code), invitedAt: app.now(), expiresAt })
  await note(app, { operatorId: null, actorId: principalId, action: 'funding.invite-proxy', subject: id })
  return { code, expiresAt }
}

/**
 * Takes an invitation up: from now on the agent may order for whoever gave the code, and pays for it.
 * @throws Refusal `invitation_invalid` for a code that is unknown, used, too old or one's own.
 */
export const acceptProxy = (app: App, { agentId, code }: { readonly agentId: string; readonly code: string }) =>
  app.db.transaction(async (tx) => {
    const open = and(
      eq(proxies.codeHash, hashOf(app, code)),
      isNull(proxies.acceptedAt),
      isNull(proxies.revokedAt),
      gt(proxies.expiresAt, app.now()),
      sql`${proxies.principalId} <> ${agentId}`,
    )
    const [accepted] = await tx
      .update(proxies)
      .set({ agentId, codeHash: null, acceptedAt: app.now() })
      .where(open)
      .returning()
      .catch((error: unknown) => {
        // the two know each other already
        if (isTaken(error, 'proxy_once')) throw new Refusal('invitation_invalid')
        throw error
      })
    if (!accepted) throw new Refusal('invitation_invalid')
    const { id, principalId } = accepted
    const entry = { operatorId: null, actorId: agentId, action: 'funding.accept-proxy', subject: id }
    await note({ ...app, db: tx }, { ...entry, detail: { principalId } })
    return { proxyId: id, principalId }
  })

/** Ends it, by either of the two, at once. @throws Refusal `not_found` for everybody else's. */
export const revokeProxy = (app: App, { proxyId, by }: { readonly proxyId: string; readonly by: string }) =>
  app.db.transaction(async (tx) => {
    const own = and(eq(proxies.id, proxyId), or(eq(proxies.principalId, by), eq(proxies.agentId, by)))
    const [known] = await tx.select({ id: proxies.id }).from(proxies).where(own)
    if (!known) throw new Refusal('not_found')
    const [ended] = await tx
      .update(proxies)
      .set({ revokedAt: app.now(), revokedBy: by, codeHash: null })
      .where(and(own, isNull(proxies.revokedAt)))
      .returning({ id: proxies.id })
    if (!ended) return
    const entry = { operatorId: null, actorId: by, action: 'funding.revoke-proxy', subject: proxyId }
    await note({ ...app, db: tx }, entry)
  })

const agreed = and(isNotNull(proxies.acceptedAt), isNull(proxies.revokedAt))

/** Who orders for whom, of all a person has to do with. */
export const proxiesOf = (app: App, personId: string) =>
  app.db
    .select({
      proxyId: proxies.id,
      principalId: proxies.principalId,
      agentId: proxies.agentId,
      since: proxies.acceptedAt,
    })
    .from(proxies)
    .where(and(agreed, or(eq(proxies.principalId, personId), eq(proxies.agentId, personId))))
    .orderBy(proxies.acceptedAt)

/**
 * Locks the leave while an order is placed: taken back before, it stops the order; taken back after, it stops the next.
 * @throws Refusal `proxy_not_agreed`.
 */
export async function requireProxy(app: App, agentId: string, principalId: string): Promise<void> {
  const [proxy] = await app.db
    .select({ id: proxies.id })
    .from(proxies)
    .where(and(agreed, eq(proxies.agentId, agentId), eq(proxies.principalId, principalId)))
    .for('share')
  if (!proxy) throw new Refusal('proxy_not_agreed')
}

/** Who ordered and paid, and for whom, beside the order itself. */
export const noteProxyOrder = (
  app: App,
  { id, operatorId, personId }: { readonly id: string; readonly operatorId: string; readonly personId: string },
  principalId: string,
): Promise<unknown> =>
  note(app, { operatorId, actorId: personId, action: 'funding.order-as-proxy', subject: id, detail: { principalId } })
