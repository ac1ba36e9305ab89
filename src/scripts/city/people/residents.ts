import { addDays, type ServiceDate } from '../../../kernel/time'
import type { Text } from '../../../kernel/text'
import type { ServicePoint } from '../places/service-points'
import { type Rng, rngOf } from '../rng'
import { COMPANIES, type Company } from './companies'
import { nameOf, phoneOf } from './names'

/** Somebody who eats here. */
export interface Person {
  readonly id: string
  readonly name: Text
  readonly email: string
  readonly phone: string
  readonly birthDate: ServiceDate
  /** Eligibility for subsidies. */
  readonly tags: readonly string[]
  /** Where food is usually brought. */
  readonly servicePointId: string
  /** Whom the person works for. */
  readonly employment?: { readonly companyId: string; readonly department: string }
}

export const SENIORS = 200
export const OTHER_RESIDENTS = 400

/** Birthdays are spread over these days; whoever is a senior is one on every day from 2026 on. */
const SENIOR_BIRTHS = { from: '1934-01-01', days: 31 * 365 }
const OTHER_BIRTHS = { from: '1967-01-01', days: 40 * 365 }

/** How many seniors in a hundred carry a tag. */
const SENIOR_TAGS: readonly (readonly [tag: string, percent: number])[] = [
  ['resident', 100],
  ['hukou_city', 72],
  ['hukou_district', 55],
  ['low_income', 7],
  ['basic_elderly_care', 9],
]

/** All residents and employees; serial numbers make their ids, e-mails and phones. */
export function peopleOf(points: readonly ServicePoint[], seed: string): Person[] {
  const doors = points.filter(({ kind }) => kind === 'door')
  const homes = rngOf(`${seed}/homes`)
  const seniors = people('senior', SENIORS, 1000, seed, (chance) => ({
    birthDate: birthDate(SENIOR_BIRTHS, chance),
    tags: SENIOR_TAGS.filter(([, percent]) => chance.chance(percent / 100)).map(([tag]) => tag),
    servicePointId: homes.pick(doors).id,
  }))
  const others = people('resident', OTHER_RESIDENTS, 2000, seed, (chance) => ({
    birthDate: birthDate(OTHER_BIRTHS, chance),
    tags: ['resident', ...(chance.chance(0.5) ? ['hukou_city'] : [])],
    servicePointId: homes.pick(doors).id,
  }))
  return [
    ...seniors,
    ...others,
    ...COMPANIES.flatMap((company, i) => employeesOf(company, 3000 + i * 200, points, seed)),
  ]
}

function employeesOf(company: Company, serial: number, points: readonly ServicePoint[], seed: string): Person[] {
  // a factory hall has no desks: food is handed over at its lobby
  const here = points.filter(({ buildingId }) => company.buildingIds.includes(buildingId))
  const desks = here.filter(({ kind }) => kind === 'desk')
  return people(`employee_${company.id.slice(4)}`, company.employees, serial, seed, (chance) => ({
    birthDate: birthDate(OTHER_BIRTHS, chance),
    tags: [],
    servicePointId: chance.pick(desks.length > 0 ? desks : here).id,
    employment: { companyId: company.id, department: chance.pick(company.departments) },
  }))
}

type Facts = Pick<Person, 'birthDate' | 'tags' | 'servicePointId' | 'employment'>

function people(kind: string, count: number, serial: number, seed: string, facts: (chance: Rng) => Facts): Person[] {
  return Array.from({ length: count }, (_, i) => {
    const chance = rngOf(`${seed}/${kind}/${i}`)
    const id = `per_${kind}_${String(i + 1).padStart(3, '0')}`
    const email = `${id.slice(4).replaceAll('_', '.')}@people.linli.example`
    return { id, name: nameOf(chance), email, phone: phoneOf(serial + i), ...facts(chance) }
  })
}

const birthDate = ({ from, days }: { from: ServiceDate; days: number }, chance: Rng): ServiceDate =>
  addDays(from, chance.int(0, days - 1))
