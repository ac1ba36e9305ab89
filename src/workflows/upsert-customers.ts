import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { oneAtATime } from './one-at-a-time'

export interface NewCustomer {
  readonly email: string
  readonly name: string
}

/** Makes customers that are not there yet, with or without an account. Answers all ids by e-mail address as given. */
export const upsertCustomers = (
  container: MedusaContainer,
  customers: readonly NewCustomer[],
  hasAccount: boolean,
): Promise<Record<string, string>> =>
  oneAtATime(container, 'customers', async () => {
    const service = container.resolve(Modules.CUSTOMER)
    const wanted = new Map(customers.map(({ email, name }) => [email.toLowerCase(), name]))
    const filter = { email: [...wanted.keys()], has_account: hasAccount }
    const standing = await service.listCustomers(filter, { select: ['id', 'email'], take: null })
    const known = new Map(standing.map(({ email, id }) => [email, id]))
    const missing = [...wanted].filter(([email]) => !known.has(email))
    const made = await service.createCustomers(
      missing.map(([email, name]) => ({ email, first_name: name, has_account: hasAccount })),
    )
    for (const { email, id } of made) known.set(email, id)
    return Object.fromEntries(customers.map(({ email }) => [email, known.get(email.toLowerCase()) ?? '']))
  })
