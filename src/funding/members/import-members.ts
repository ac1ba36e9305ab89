import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { ServiceDate } from '../../kernel/time'
import type { App } from '../../platform/app'
import { note } from '../../platform/audit'
import { newId } from '../../platform/id'
import { insertAll } from '../../platform/insert-all'
import { memberFacts, members, registrations } from '../schema/members'
import { documentOf, type MemberFacts, openFacts, pseudonymOf, sealFacts } from './facts'
import { newMemberCode } from './member-code'
import type { LineError, MemberRow } from './read-members'

/** Makes persons of names; answers their ids in the same order. */
export type RegisterPersons = (app: App, names: readonly string[]) => Promise<string[]>

export interface ImportMembers {
  readonly operatorId: string
  readonly rows: readonly MemberRow[]
  readonly importedBy: string
  /** The local day of the operator. */
  readonly today: ServiceDate
}

export interface ImportedMembers {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly errors: readonly LineError[]
}

type Known = Awaited<ReturnType<typeof knownMembers>>[number]

/**
 * Takes a register over: who is known by document or card is brought up to date, others are new. The same sheet again
 * changes nothing. One lock an operator, so two imports at once cannot register somebody twice.
 */
export const importMembers = (app: App, input: ImportMembers, register: RegisterPersons): Promise<ImportedMembers> =>
  app.db.transaction(async (tx) => {
    const within = { ...app, db: tx }
    const { operatorId, rows, importedBy } = input
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`members:${operatorId}`}))`)
    const drafts = rows.map((row) => ({
      row,
      ...(row.nationalId ? documentOf(app.config, row.nationalId) : { idHash: null, idLast4: null }),
    }))
    const known = await knownMembers(within, operatorId, drafts)
    const byDocument = new Map(known.flatMap((one) => (one.idHash ? [[one.idHash, one] as const] : [])))
    const byCard = new Map(known.flatMap((one) => (one.card ? [[one.card, one] as const] : [])))

    const errors: LineError[] = []
    const fresh: typeof drafts = []
    const changed: ((typeof drafts)[number] & { readonly member: Known })[] = []
    let unchanged = 0
    for (const draft of drafts) {
      const { row, idHash } = draft
      const holder = row.card ? byCard.get(row.card) : undefined
      const member = (idHash ? byDocument.get(idHash) : undefined) ?? (idHash ? undefined : holder)
      if (holder && holder !== member) {
        errors.push({ line: row.line, column: 'card', code: 'card_taken', value: row.card ?? '' })
      } else if (!member) fresh.push(draft)
      else if (isSame(app, member, row)) unchanged += 1
      else changed.push({ ...draft, member })
    }
    await addMembers(within, input, fresh, register)
    await changeMembers(within, input, changed)
    const counts = { added: fresh.length, changed: changed.length, unchanged }
    const detail = { ...counts, refused: errors.length }
    await note(within, {
      operatorId,
      actorId: importedBy,
      action: 'funding.import-members',
      subject: operatorId,
      detail,
    })
    return { ...counts, errors }
  })

const knownMembers = (
  app: App,
  operatorId: string,
  drafts: readonly { readonly row: MemberRow; readonly idHash: string | null }[],
) =>
  app.db
    .select({
      id: members.id,
      card: members.card,
      idHash: memberFacts.idHash,
      sealed: memberFacts.sealed,
      schemes: sql<string[]>`coalesce((select jsonb_agg(r.scheme_id order by r.scheme_id) from ${registrations} r
        where r.member_id = ${members.id} and r.to_date is null), '[]')`,
    })
    .from(members)
    .innerJoin(memberFacts, eq(memberFacts.memberId, members.id))
    .where(
      and(
        eq(members.operatorId, operatorId),
        isNull(members.leftAt),
        or(
          inArray(members.card, [...drafts.flatMap(({ row }) => row.card ?? []), '']),
          inArray(memberFacts.idHash, [...drafts.flatMap(({ idHash }) => idHash ?? []), '']),
        ),
      ),
    )

function isSame({ config }: App, member: Known, { card, facts, schemes }: MemberRow): boolean {
  const stands: [string | null, MemberFacts, string[]] = [
    member.card,
    openFacts(config, member.id, member.sealed),
    member.schemes,
  ]
  return JSON.stringify(stands) === JSON.stringify([card, facts, [...schemes].sort()])
}

async function addMembers(
  app: App,
  { operatorId, today }: ImportMembers,
  fresh: readonly { readonly row: MemberRow; readonly idHash: string | null; readonly idLast4: string | null }[],
  register: RegisterPersons,
): Promise<void> {
  if (fresh.length === 0) return
  const { config, db } = app
  const personIds = await register(
    app,
    fresh.map(({ row }) => row.name),
  )
  const nextCode = await freeCodes(db, operatorId)
  const added = fresh.map((draft, i) => ({ ...draft, id: newId('mem'), personId: personIds[i] ?? '' }))
  await insertAll(
    db,
    members,
    added.map(({ id, personId, row, idHash }) => {
      const pseudonym = pseudonymOf(config, { idHash, personId })
      return { id, operatorId, personId, code: nextCode(), card: row.card, pseudonym, joinedOn: today }
    }),
  )
  await insertAll(
    db,
    memberFacts,
    added.map(({ id, row, idHash, idLast4 }) => {
      const sealed = sealFacts(config, id, row.facts)
      const checkedBy = idHash ? ('document' as const) : ('none' as const)
      return { memberId: id, operatorId, sealed, idHash, idLast4, checkedBy, updatedAt: app.now() }
    }),
  )
  await insertAll(
    db,
    registrations,
    added.flatMap(({ id, row }) =>
      row.schemes.map((schemeId) => ({ memberId: id, schemeId, operatorId, from: today })),
    ),
  )
}

/** Codes nobody at the operator has; the lock of the import keeps others from taking them meanwhile. */
async function freeCodes(db: App['db'], operatorId: string): Promise<() => string> {
  const rows = await db.select({ code: members.code }).from(members).where(eq(members.operatorId, operatorId))
  const taken = new Set(rows.map(({ code }) => code))
  const next = (): string => {
    const code = newMemberCode()
    if (taken.has(code)) return next()
    taken.add(code)
    return code
  }
  return next
}

/** All in as many statements as there are tables, whatever their number. */
async function changeMembers(
  app: App,
  { operatorId, today }: ImportMembers,
  changed: readonly { readonly row: MemberRow; readonly member: Known }[],
): Promise<void> {
  if (changed.length === 0) return
  const { db, config } = app
  const rows = changed.map(({ member: { id }, row: { card, facts, schemes } }) => {
    return { id, card, sealed: sealFacts(config, id, facts), schemes }
  })
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id text, card text, sealed text, schemes jsonb)`
  await db.execute(sql`update funding.members m set card = g.card from ${given} where m.id = g.id`)
  await db.execute(sql`
    update funding.member_facts f set sealed = g.sealed, updated_at = ${app.now().toISOString()} from ${given}
    where f.member_id = g.id`)
  await db.execute(sql`
    update funding.registrations r set to_date = ${today} from ${given}
    where r.member_id = g.id and r.to_date is null and not g.schemes ? r.scheme_id`)
  await insertAll(
    db,
    registrations,
    changed.flatMap(({ member, row }) => {
      const added = row.schemes.filter((schemeId) => !member.schemes.includes(schemeId))
      return added.map((schemeId) => ({ memberId: member.id, schemeId, operatorId, from: today }))
    }),
  )
}
