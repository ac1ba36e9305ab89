import { date, index, text, timestamp, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { funding } from '../schema'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** Somebody an operator's canteens know by a code or a card. Holds nothing sensitive. */
export const members = funding.table(
  'members',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    /** Null once the person was erased; what was paid stays. */
    personId: text('person_id'),
    /** Said, typed or read from a QR code at the till. */
    code: text('code').notNull(),
    card: text('card'),
    /** What funders see instead of a person: the same for one identity document at every operator. */
    pseudonym: text('pseudonym').notNull(),
    joinedOn: date('joined_on').notNull(),
    leftAt: at('left_at'),
  },
  (t) => [
    unique('member_code_once').on(t.operatorId, t.code),
    uniqueIndex('member_card_once').on(t.operatorId, t.card).where(sql`card is not null and left_at is null`),
    uniqueIndex('member_once').on(t.operatorId, t.personId).where(sql`person_id is not null`),
    index('members_person').on(t.personId),
    index('members_pseudonym').on(t.pseudonym),
  ],
)

/** What decides about subsidies and is nobody's business: sealed, apart from everything else, first to be erased. */
export const memberFacts = funding.table(
  'member_facts',
  {
    memberId: text('member_id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    /** Birth date and eligibility tags with their dates, encrypted. */
    sealed: text('sealed').notNull(),
    /** The national id under a key: compared, never read. */
    idHash: text('id_hash'),
    idLast4: text('id_last4'),
    /** How the identity was checked. */
    checkedBy: text('checked_by', { enum: ['none', 'document', 'authority'] }).notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [uniqueIndex('member_document_once').on(t.operatorId, t.idHash).where(sql`id_hash is not null`)],
)

/** Enrolment with a scheme that asks for it. */
export const registrations = funding.table(
  'registrations',
  {
    memberId: text('member_id').notNull(),
    schemeId: text('scheme_id').notNull(),
    operatorId: text('operator_id').notNull(),
    from: date('from_date').notNull(),
    /** The last day; null while it goes on. */
    to: date('to_date'),
  },
  (t) => [unique('registered_once').on(t.memberId, t.schemeId, t.from)],
)

/** Leave to order for somebody else, given by that person and taken back at any time. */
export const proxies = funding.table(
  'proxies',
  {
    id: text('id').primaryKey(),
    /** For whom is ordered. */
    principalId: text('principal_id').notNull(),
    /** Who orders and pays; null while the invitation is open. */
    agentId: text('agent_id'),
    /** The invitation's code under a key; null once it was used. */
    codeHash: text('code_hash'),
    invitedAt: at('invited_at').notNull(),
    /** An invitation is good until then. */
    expiresAt: at('expires_at').notNull(),
    acceptedAt: at('accepted_at'),
    revokedAt: at('revoked_at'),
    revokedBy: text('revoked_by'),
  },
  (t) => [
    uniqueIndex('proxy_once').on(t.principalId, t.agentId).where(sql`revoked_at is null and agent_id is not null`),
    uniqueIndex('proxy_code_once').on(t.codeHash).where(sql`code_hash is not null`),
    index('proxies_agent').on(t.agentId),
  ],
)
