import { sql } from 'drizzle-orm'
import { index, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { funding } from '../schema'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** A company asks somebody to be its employee; nothing of theirs shows to it before they say yes. */
export const invitations = funding.table(
  'invitations',
  {
    id: text('id').primaryKey(),
    operatorId: text('operator_id').notNull(),
    companyId: text('company_id').notNull(),
    /** As the company wrote them, whoever may own the address. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    number: text('number'),
    department: text('department').notNull(),
    costCentreId: text('cost_centre_id'),
    shift: text('shift'),
    /** Somebody the company entered who has no account yet: whoever accepts takes this place over. */
    personId: text('person_id'),
    /** The link's code under a key; null while no link was made. Used up once somebody accepted. */
    codeHash: text('code_hash'),
    expiresAt: at('expires_at').notNull(),
    invitedBy: text('invited_by').notNull(),
    invitedAt: at('invited_at').notNull(),
    acceptedAt: at('accepted_at'),
    acceptedBy: text('accepted_by'),
    withdrawnAt: at('withdrawn_at'),
  },
  (t) => [
    uniqueIndex('invited_once').on(t.companyId, t.email).where(sql`accepted_at is null and withdrawn_at is null`),
    uniqueIndex('invitation_code_once').on(t.codeHash).where(sql`code_hash is not null`),
    index('invitations_company').on(t.companyId),
  ],
)
