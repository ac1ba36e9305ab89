import { z } from 'zod'
import { endpoint } from '../endpoint'
import { Id, Text } from '../shapes'

export const Employee = z.object({
  personId: Id,
  name: z.string(),
  email: z.string().nullable(),
  department: z.string(),
})

export const listEmployees = endpoint({
  method: 'get',
  path: '/api/company/employees',
  summary: "The people of the caller's own companies",
  who: ['company_admin'],
  answer: z.object({ companies: z.array(z.object({ id: Id, name: Text, employees: z.array(Employee) })) }),
})
