import { allergensOf, declareAllergens } from '../../../people/declare-allergens'
import { type Route, serve } from '../../serve'
import * as contract from './contract'

/** What residents cannot eat. */
export const allergenRoutes: readonly Route[] = [
  serve(contract.showAllergens, async ({ app, caller: { personId } }) => ({
    codes: [...(await allergensOf(app, personId))],
  })),

  serve(contract.declareAllergens, async ({ app, caller: { personId }, body }) => {
    await declareAllergens(app, { ...body, personId })
    return { codes: [...(await allergensOf(app, personId))] }
  }),
]
