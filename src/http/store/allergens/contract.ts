import { z } from 'zod'
import { AllergenCode } from '../../../kernel/allergens'
import { endpoint } from '../../endpoint'

/** What somebody says they cannot eat: dishes with it are refused until they say that they want them all the same. */
const Declared = z.object({ codes: z.array(AllergenCode).max(14) })

export const showAllergens = endpoint({
  method: 'get',
  path: '/api/store/allergens',
  summary: 'What the caller said they cannot eat',
  who: ['guest'],
  answer: Declared,
})

export const declareAllergens = endpoint({
  method: 'put',
  path: '/api/store/allergens',
  summary: 'Says what the caller cannot eat, in place of what was said before; no codes take everything back',
  who: ['guest'],
  /** `agrees`: that it is kept, and shown as codes to the kitchens they order from. */
  body: Declared.extend({ agrees: z.boolean().default(false) }),
  answer: Declared,
})
