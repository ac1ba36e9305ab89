import type { Company } from '../../api/company'

export type Person = Company['employees'][number]

export interface Department {
  readonly code: string
  readonly people: number
}

/** The departments of some people, the largest first. */
export function departmentsOf(people: readonly Person[]): Department[] {
  const counts = new Map<string, number>()
  for (const { department } of people) counts.set(department, (counts.get(department) ?? 0) + 1)
  return [...counts]
    .map(([code, count]) => ({ code, people: count }))
    .sort((a, b) => b.people - a.people || a.code.localeCompare(b.code))
}

/** People whose name or e-mail contains the words, in one department or in all (empty). */
export function found(people: readonly Person[], words: string, department: string): Person[] {
  const wanted = words.trim().toLowerCase()
  return people.filter((person) => {
    const fits = `${person.name} ${person.email ?? ''}`.toLowerCase().includes(wanted)
    return fits && (department === '' || person.department === department)
  })
}
