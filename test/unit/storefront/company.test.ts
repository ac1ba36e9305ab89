import { describe, expect, it } from 'vitest'
import { departmentsOf, found } from '../../../storefront/shop/company/people'

const person = (name: string, department: string, email: string | null = null) => ({
  personId: name,
  name,
  department,
  email,
})
const people = [person('叶文岚', 'office', 'ye@a.example'), person('白书月', 'sales'), person('万思舟', 'sales')]

describe('a company’s people', () => {
  it('are counted by department, the largest first', () => {
    expect(departmentsOf(people)).toEqual([
      { code: 'sales', people: 2 },
      { code: 'office', people: 1 },
    ])
  })

  it('are found by a part of the name or the e-mail, in one department or in all', () => {
    expect(found(people, '', '')).toHaveLength(3)
    expect(found(people, ' YE@A ', '')).toEqual([people[0]])
    expect(found(people, '书', 'sales')).toEqual([people[1]])
    expect(found(people, '书', 'office')).toEqual([])
  })
})
