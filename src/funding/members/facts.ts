import { z } from 'zod'
import { ServiceDate } from '../../kernel/time'
import { keyedHash, type Secrets, seal, unseal } from '../../platform/seal'

/** Something that makes a person eligible, from one day to another, both included; open-ended without `to`. */
const Tag = z.object({ tag: z.string().regex(/^[a-z_]+$/), from: ServiceDate, to: ServiceDate.nullable() })

const Facts = z.object({ birth: ServiceDate, tags: z.array(Tag) })
/** What decides about a member's subsidies; leaves its table only to be weighed by the rules. */
export type MemberFacts = z.infer<typeof Facts>

/** Sealed to one member: moved to another's row it does not open. */
export const sealFacts = (config: Secrets, memberId: string, facts: MemberFacts): string =>
  seal(config, 'member-facts', memberId, JSON.stringify(facts))

/** @throws when the secret is another or the row was tampered with. */
export const openFacts = (config: Secrets, memberId: string, sealed: string): MemberFacts =>
  Facts.parse(JSON.parse(unseal(config, 'member-facts', memberId, sealed)))

/** The tags that hold on a day. */
export const tagsOn = ({ tags }: MemberFacts, day: ServiceDate): string[] =>
  tags.filter(({ from, to }) => from <= day && (to === null || day <= to)).map(({ tag }) => tag)

/** An identity document as we may keep it: a keyed hash to compare, and four digits for people. */
export const documentOf = (config: Secrets, nationalId: string) => ({
  idHash: keyedHash(config, 'identity-document', nationalId),
  idLast4: nationalId.slice(-4),
})

/** Hashed names are cut to what a clerk can compare by eye; 80 bits do not collide in a city. */
const PSEUDONYM_CHARACTERS = 14

/** The name funders see: one for a document at whatever operator, else one for a person. */
export const pseudonymOf = (
  config: Secrets,
  who: { readonly idHash: string | null; readonly personId: string },
): string => `P-${keyedHash(config, 'pseudonym', who.idHash ?? who.personId).slice(0, PSEUDONYM_CHARACTERS)}`
