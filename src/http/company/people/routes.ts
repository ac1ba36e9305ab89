import type { z } from 'zod'
import { endEmployment, openInvitations, peopleOf, withdrawInvitation } from '../../../funding/companies/company-people'
import { importEmployees } from '../../../funding/companies/import-employees'
import { inviteEmployee } from '../../../funding/companies/invite-employee'
import { dismissEmployees, enrolEmployees } from '../../../people/enrol-employees'
import { peopleByIds } from '../../../people/queries'
import type { App } from '../../../platform/app'
import { readGrid } from '../../../platform/sheets/read-grid'
import { type Route, serve } from '../../serve'
import { companyWithin } from '../reach'
import * as contract from './contract'

const WHO = contract.showPeople.who

/** Company administrators look after their list of people. */
export const companyPeopleRoutes: readonly Route[] = [
  serve(contract.importEmployees, async ({ app, caller, params: { companyId }, body }) => {
    const { id } = await companyWithin(app, caller, WHO, companyId)
    const grid = await readGrid(app, body.file)
    return taken(app, { companyIds: [id], companyId, grid, importedBy: caller.personId })
  }),

  serve(contract.addEmployee, async ({ app, caller, params: { companyId }, body }) => {
    const { id } = await companyWithin(app, caller, WHO, companyId)
    const { number, name, email, department, costCentre = '', shift = '' } = body
    const grid = [
      ['number', 'name', 'email', 'department', 'cost_centre', 'shift'],
      [number, name, email, department, costCentre, shift],
    ]
    return taken(app, { companyIds: [id], companyId, grid, importedBy: caller.personId })
  }),

  serve(contract.showPeople, async ({ app, caller, params: { companyId } }) => {
    await companyWithin(app, caller, WHO, companyId)
    return readPeople(app, companyId)
  }),

  serve(contract.endEmployment, async ({ app, caller, params: { companyId, personId } }) => {
    await companyWithin(app, caller, WHO, companyId)
    await endEmployment(app, { companyId, personId, by: caller.personId }, dismissEmployees)
    return readPeople(app, companyId)
  }),

  serve(contract.inviteEmployee, async ({ app, caller, params: { companyId }, body }) => {
    const { id } = await companyWithin(app, caller, WHO, companyId)
    const invited = await inviteEmployee(app, { companyIds: [id], companyId, ...body, invitedBy: caller.personId })
    return { ...invited, expiresAt: invited.expiresAt.toISOString() }
  }),

  serve(contract.withdrawInvitation, async ({ app, caller, params: { companyId, invitationId } }) => {
    await companyWithin(app, caller, WHO, companyId)
    await withdrawInvitation(app, { companyId, invitationId, by: caller.personId })
    return readPeople(app, companyId)
  }),
]

async function taken(app: App, input: Parameters<typeof importEmployees>[1]) {
  const { errors, ...counts } = await importEmployees(app, input, enrolEmployees)
  return { ...counts, errors: [...errors] }
}

async function readPeople(app: App, companyId: string): Promise<z.input<typeof contract.People>> {
  const [rows, invitations] = [await peopleOf(app, companyId), await openInvitations(app, companyId)]
  const known = new Map(
    (
      await peopleByIds(
        app,
        rows.map(({ personId }) => personId),
      )
    ).map((person) => [person.personId, person]),
  )
  return {
    people: rows.flatMap(({ leftAt, ...row }) => {
      const person = known.get(row.personId)
      return person ? [{ ...row, ...person, leftAt: leftAt?.toISOString() ?? null }] : []
    }),
    invitations: invitations.map(({ expiresAt, ...one }) => ({ ...one, expiresAt: expiresAt.toISOString() })),
  }
}
