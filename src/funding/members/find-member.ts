import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { grouped } from '../../kernel/grouped'
import { Refusal } from '../../kernel/refusal'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { memberFacts, members, registrations } from '../schema/members'

export interface FoundMember {
  readonly memberId: string
  readonly personId: string
  readonly code: string
  readonly identified: 'code' | 'card'
}

/** QR codes of members carry this before the code. */
const QR_PREFIX = 'LINLI-M:'

/**
 * A member by what is typed or scanned at a till: the code, its QR code or a card. Noted, whoever looks.
 * @throws Refusal `not_found` for an unknown one, or another operator's.
 */
export async function findMember(
  app: App,
  { operatorId, code: given, by }: { readonly operatorId: string; readonly code: string; readonly by: string },
): Promise<FoundMember> {
  const text = given.trim()
  const code = text.startsWith(QR_PREFIX) ? text.slice(QR_PREFIX.length) : text.replaceAll(/\s/g, '')
  const [member] = await app.db
    .select({ memberId: members.id, personId: members.personId, code: members.code })
    .from(members)
    .where(
      and(
        eq(members.operatorId, operatorId),
        isNull(members.leftAt),
        or(eq(members.code, code), eq(members.card, text)),
      ),
    )
  if (!member?.personId) throw new Refusal('not_found')
  const identified = member.code === code ? ('code' as const) : ('card' as const)
  const detail = { identified }
  await note(app, { operatorId, actorId: by, action: 'funding.find-member', subject: member.memberId, detail })
  return { ...member, personId: member.personId, identified }
}

/** Whether any operator knows somebody as a member; only then schemes are worth asking. */
export async function isMember(app: App, personId: string): Promise<boolean> {
  const mine = and(eq(members.personId, personId), isNull(members.leftAt))
  return (await app.db.select({ id: members.id }).from(members).where(mine).limit(1)).length > 0
}

/** One member of a tenant by id; for what was looked up a moment ago. */
export async function memberById(app: App, operatorId: string, memberId: string) {
  const [member] = await app.db
    .select({ memberId: members.id, personId: members.personId, code: members.code })
    .from(members)
    .where(and(eq(members.operatorId, operatorId), eq(members.id, memberId), isNull(members.leftAt)))
  return member?.personId ? { ...member, personId: member.personId } : undefined
}

/** A tenant's register, without anything that decides about subsidies. */
export async function listMembers(app: App, operatorId: string) {
  const rows = await app.db
    .select({
      memberId: members.id,
      personId: members.personId,
      code: members.code,
      card: members.card,
      idLast4: memberFacts.idLast4,
      checkedBy: memberFacts.checkedBy,
      joinedOn: members.joinedOn,
    })
    .from(members)
    .innerJoin(memberFacts, eq(memberFacts.memberId, members.id))
    .where(and(eq(members.operatorId, operatorId), isNull(members.leftAt)))
    .orderBy(members.code)
  const enrolled = await app.db
    .select({ memberId: registrations.memberId, schemeId: registrations.schemeId })
    .from(registrations)
    .where(
      and(isNull(registrations.to), inArray(registrations.memberId, [...rows.map(({ memberId }) => memberId), ''])),
    )
  const schemesOf = grouped(enrolled, ({ memberId }) => memberId)
  return rows.map((row) => ({
    ...row,
    schemes: (schemesOf.get(row.memberId) ?? []).map(({ schemeId }) => schemeId),
  }))
}
