import { z } from 'zod'
import { Text } from '../../../kernel/text'
import { MealPeriod } from '../../../kernel/time'

export const SERVICE_MODES = ['dine_in', 'takeaway', 'delivery'] as const
export const ServiceMode = z.enum(SERVICE_MODES)
export type ServiceMode = z.infer<typeof ServiceMode>

const Age = z.number().int().min(0).max(130)
const Amount = z.number().int().min(0)

/** Who: from `minAge` to `maxAge`, both included, with all the tags on the service date. */
const Who = z.object({
  minAge: Age.default(0),
  maxAge: Age.default(130),
  requires: z.array(z.string()).default([]),
})

const Cap = z.object({ per: z.enum(['person_meal', 'person_day', 'person_month']), times: z.number().int().min(1) })

const Discount = Who.extend({ payBps: z.number().int().min(0).max(10_000) })

const Grant = Who.extend({
  id: z.string().min(1),
  funder: z.string().min(1),
  amount: Amount,
  /** Given from this spend on. */
  minSpend: Amount.optional(),
  /** Given above this spend. */
  minSpendExclusive: Amount.optional(),
  cap: Cap.optional(),
  /** Of the grants of one group a person gets one a meal: the largest. */
  exclusiveGroup: z.string().optional(),
})

/** What the funder owes the operator for serving a person who got a grant. */
const OperatorGrant = z.object({
  id: z.string().min(1),
  funder: z.string().min(1),
  amount: Amount,
  per: z.literal('person_day_served'),
})

/**
 * A funder's rules as data; amounts in minor units, shares in basis points of what is paid. A new scheme is a new value of
 * this shape, never new code.
 */
export const SubsidyScheme = z.object({
  id: z.string().min(1),
  /** What people call it; its id where nobody gave it a name. */
  name: Text.optional(),
  /** Frozen on every claim line. */
  version: z.number().int().min(1).default(1),
  currency: z.string().length(3),
  source: z.string(),
  eligibleServiceModes: z.array(ServiceMode).min(1),
  mealPeriods: z.array(MealPeriod).optional(),
  registrationRequired: z.boolean().default(false),
  /** Whether a minimum spend is compared before or after the scheme's own discount. */
  thresholdBasis: z.enum(['list', 'discounted']).default('discounted'),
  /** What does not count towards a minimum spend. */
  thresholdExcludes: z.array(z.enum(['delivery_fee', 'packaging'])).default(['delivery_fee', 'packaging']),
  discounts: z.array(Discount).default([]),
  grants: z.array(Grant).default([]),
  operatorGrants: z.array(OperatorGrant).default([]),
})
export type SubsidyScheme = z.infer<typeof SubsidyScheme>
export type Grant = z.infer<typeof Grant>
