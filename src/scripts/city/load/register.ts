import { DEMO_PASSWORD } from '../../../people/demo-accounts'
import type { Commerce } from '../../../platform/commerce'
import type { DemoCity } from '../city'
import type { Account } from '../people/accounts'
import { productsOf } from './catalogue'
import type { InMedusa } from './load-city'
import { isCustomer } from './people'
import { patiently } from './with-commerce'

/** Makes the city known to Medusa: channels, shelves, products, customers and logins. Repeating it changes nothing. */
export async function register(commerce: Commerce, city: DemoCity, tell: (text: string) => void): Promise<InMedusa> {
  const operators = city.operators.map(({ id, name }) => ({ id, name }))
  const store = await patiently(() => commerce.setup({ operators, categories: [...city.categories] }))
  tell(`Medusa has a store with ${operators.length} sales channels`)

  const wanted = productsOf(city)
  const products = await patiently(() => commerce.upsertProducts(wanted))
  tell(`${wanted.length} products`)

  const identities = city.accounts.map(identityOf)
  const accounts = await patiently(() => commerce.createIdentities({ password: DEMO_PASSWORD, identities }))
  const people = city.people.map(({ email, name }) => ({ email, name: name.zh }))
  const customers = await patiently(() => commerce.upsertCustomers(people))
  tell(`${identities.length} logins and ${people.length} customers`)
  return { salesChannels: store.salesChannels, products, customers: { ...customers, ...accounts } }
}

const identityOf = (account: Account) => {
  const { id: personId, email, name } = account
  return isCustomer(account)
    ? { actor: 'customer' as const, email, name: name.zh }
    : { actor: 'member' as const, email, name: name.zh, personId }
}
