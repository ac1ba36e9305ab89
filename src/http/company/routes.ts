import { companiesOf, employeesOf } from '../../funding/queries'
import { peopleByIds } from '../../people/queries'
import { scopesOf, tenantsOf } from '../caller'
import { type Route, serve } from '../serve'
import * as contract from './contract'

const WHO = contract.listEmployees.who

/** A company's own administrators look after their people. */
export const companyRoutes: Route[] = [
  serve(contract.listEmployees, async ({ app, caller }) => {
    const companies = await companiesOf(app, tenantsOf(caller, WHO), scopesOf(caller, WHO))
    const employees = await employeesOf(
      app,
      companies.map(({ id }) => id),
    )
    const people = await peopleByIds(
      app,
      employees.map(({ personId }) => personId),
    )
    const known = new Map(people.map((person) => [person.personId, person]))
    return {
      companies: companies.map(({ id, name }) => ({
        id,
        name,
        employees: employees
          .filter(({ companyId }) => companyId === id)
          .flatMap(({ personId, department }) => {
            const person = known.get(personId)
            return person ? [{ ...person, department }] : []
          }),
      })),
    }
  }),
]
