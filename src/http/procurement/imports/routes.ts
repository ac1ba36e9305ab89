import { importSheet } from '../../../procurement/importing/import-sheet'
import { sheetTemplate } from '../../../procurement/importing/sheet-template'
import { type Route, serve } from '../../serve'
import { requireWhole } from '../reach'
import * as contract from './contract'

/** Suppliers, items and prices by sheet: for those who work for the whole tenant. */
export const importRoutes: readonly Route[] = [
  serve(contract.importSheet, async ({ app, caller, params: { kind }, body }) => {
    requireWhole(caller, body.operatorId)
    const { errors, ...counts } = await importSheet(app, { kind, ...body, importedBy: caller.personId })
    return { ...counts, errors: [...errors] }
  }),

  serve(contract.sheetTemplate, async ({ app, caller, params: { kind }, query: { operatorId } }) => {
    requireWhole(caller, operatorId)
    return { name: `${kind}.csv`, content: await sheetTemplate(app, kind, operatorId) }
  }),
]
