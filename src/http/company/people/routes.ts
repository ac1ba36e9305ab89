import { importEmployees } from '../../../funding/companies/import-employees'
import { enrolEmployees } from '../../../people/enrol-employees'
import { readGrid } from '../../../platform/sheets/read-grid'
import { type Route, serve } from '../../serve'
import { companyWithin } from '../reach'
import * as contract from './contract'

/** Company administrators bring their list of people. */
export const companyPeopleRoutes: readonly Route[] = [
  serve(contract.importEmployees, async ({ app, caller, params: { companyId }, body }) => {
    const { id } = await companyWithin(app, caller, contract.importEmployees.who, companyId)
    const grid = await readGrid(app, body.file)
    const input = { companyIds: [id], companyId, grid, importedBy: caller.personId }
    const { errors, ...counts } = await importEmployees(app, input, enrolEmployees)
    return { ...counts, errors: [...errors] }
  }),
]
