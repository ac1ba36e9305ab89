import { and, eq, or } from 'drizzle-orm'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { memberFacts, members, proxies, registrations } from '../schema/members'

/**
 * Forgets a member: birth date, tags, document, card, enrolments and leaves are deleted, and the person cannot be reached
 * from the row any more. What was granted stays under the pseudonym, as the law wants of money.
 * @throws Refusal `not_found`.
 */
export const eraseMember = (
  app: App,
  { operatorId, memberId, by }: { readonly operatorId: string; readonly memberId: string; readonly by: string },
): Promise<void> =>
  app.db.transaction(async (tx) => {
    const own = and(eq(members.id, memberId), eq(members.operatorId, operatorId))
    const [member] = await tx.select().from(members).where(own).for('update')
    if (!member) throw new Refusal('not_found')
    await tx.delete(memberFacts).where(eq(memberFacts.memberId, memberId))
    await tx.delete(registrations).where(eq(registrations.memberId, memberId))
    const { personId } = member
    if (personId) await tx.delete(proxies).where(or(eq(proxies.principalId, personId), eq(proxies.agentId, personId)))
    await tx
      .update(members)
      .set({ personId: null, card: null, leftAt: member.leftAt ?? app.now() })
      .where(own)
    await note({ ...app, db: tx }, { operatorId, actorId: by, action: 'funding.erase-member', subject: memberId })
  })
