import type { ImportCompanies } from '../../../funding/import-companies'
import type { ImportPeople } from '../../../people/import-people'
import type { DemoCity } from '../city'
import type { ServiceDate } from '../../../kernel/time'
import { costCentreOf, termsOf } from '../people/company-terms'
import type { Account, Role } from '../people/accounts'
import type { Person } from '../people/residents'

/** Medusa's customer ids by e-mail. */
export type CustomerIds = Readonly<Record<string, string>>

/** Who orders logs in as a customer of the shop, who works here as a member. */
const CUSTOMERS: readonly Role[] = ['resident', 'employee', 'company_admin']
export const isCustomer = ({ role }: Account): boolean => CUSTOMERS.includes(role)

/** The demo city as rows of `people`. */
export const peopleRows = (city: DemoCity, customers: CustomerIds): ImportPeople => ({
  persons: [
    ...city.people.map((person) => ({
      id: person.id,
      name: person.name.zh,
      email: person.email,
      phone: person.phone,
      customerId: customers[person.email] ?? null,
      servicePointId: person.servicePointId,
    })),
    ...city.accounts.map(({ id, name, email, phone, servicePointId }) => ({
      id,
      name: name.zh,
      email,
      phone,
      servicePointId,
      customerId: customers[email] ?? null,
    })),
  ],
  memberships: [
    ...city.people.map((person) => membershipOf(person, city)),
    ...city.accounts.map(({ id, role, operatorId, scopeId }) => ({ personId: id, role, operatorId, scopeId })),
  ],
})

/** Companies with their people; demo employees and admins work there too. */
export const companiesOf = (city: DemoCity, today: ServiceDate): ImportCompanies => ({
  ...termsOf(today),
  companies: city.companies.map(({ id, operatorId, name, buildingIds }) => ({
    id,
    operatorId,
    name,
    buildingId: buildingIds[0] ?? '',
  })),
  companySites: city.companies.flatMap(({ id: companyId, operatorId, buildingIds }) =>
    buildingIds.map((buildingId) => ({ companyId, buildingId, operatorId })),
  ),
  employees: [
    ...city.people.flatMap(({ id, employment }) => (employment ? [employeeOf(id, employment)] : [])),
    ...city.accounts
      .filter(({ scopeId }) => scopeId.startsWith('cmp_'))
      .map(({ id, scopeId }) => employeeOf(id, { companyId: scopeId, department: 'office' })),
  ],
})

/** The company's own number of somebody is the rest of our id. */
const employeeOf = (personId: string, { companyId, department }: NonNullable<Person['employment']>) => ({
  personId,
  companyId,
  department,
  number: personId.replace(/^per_/, ''),
  costCentreId: costCentreOf(companyId, department),
})

function membershipOf({ id, employment }: Person, { companies }: DemoCity) {
  if (!employment) return { personId: id, role: 'resident' as const }
  const company = companies.find(({ id: companyId }) => companyId === employment.companyId)
  return {
    personId: id,
    role: 'employee' as const,
    operatorId: company?.operatorId ?? '',
    scopeId: employment.companyId,
  }
}
