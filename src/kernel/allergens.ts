import { z } from 'zod'

/**
 * What an allergen label says, in EU-14 codes. `assessed: false` when an ingredient has no data: unknown is not "free".
 */
export const Allergens = z.object({
  contains: z.array(z.string()),
  mayContain: z.array(z.string()),
  assessed: z.boolean(),
})
export type Allergens = z.infer<typeof Allergens>
