import { sitesOf } from '../../../places/queries'
import { importSheet } from '../../../procurement/importing/import-sheet'
import { sheetTemplate } from '../../../procurement/importing/sheet-template'
import { type Route, serve } from '../../serve'
import { requireWhole } from '../reach'
import * as contract from './contract'

/** Suppliers, items, prices and what sites keep by sheet: for those who work for the whole tenant. */
export const importRoutes: readonly Route[] = [
  serve(contract.importSheet, async ({ app, caller, params: { kind }, body }) => {
    requireWhole(caller, body.operatorId)
    const siteIds = (await sitesOf(app, [body.operatorId])).map(({ id }) => id)
    const { errors, ...counts } = await importSheet(app, { kind, ...body, siteIds, importedBy: caller.personId })
    return { ...counts, errors: [...errors] }
  }),

  serve(contract.sheetTemplate, async ({ app, caller, params: { kind }, query: { operatorId } }) => {
    requireWhole(caller, operatorId)
    return { name: `${kind}.csv`, content: await sheetTemplate(app, kind, operatorId) }
  }),
]
