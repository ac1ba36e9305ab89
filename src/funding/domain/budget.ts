import { z } from 'zod'
import { MealPeriod } from '../../kernel/time'
import { ChargeKind } from './tender'

/** Which meals of a cost centre's people a budget pays for, what the allowance leaves of them; as data. */
export const BudgetCover = z.object({
  periods: z.array(MealPeriod).optional(),
  days: z.enum(['every_day', 'workdays']).default('every_day'),
  excludes: z.array(ChargeKind).default(['tip', 'alcohol', 'retail_goods']),
})
export type BudgetCover = z.infer<typeof BudgetCover>
