import { eq } from 'drizzle-orm'
import type { App } from '../platform/app'
import { newId } from '../platform/id'
import { memberships, persons } from './schema'

/**
 * Somebody who registered in Medusa and comes in for the first time: a resident here. Two requests at once make one
 * person.
 */
export const welcomeCustomer = (app: App, { customerId }: { readonly customerId: string }): Promise<void> =>
  app.db.transaction(async (tx) => {
    const person = { id: newId('per'), name: '', customerId, createdAt: app.now() }
    await tx.insert(persons).values(person).onConflictDoNothing()
    const [known] = await tx.select({ id: persons.id }).from(persons).where(eq(persons.customerId, customerId))
    if (known) await tx.insert(memberships).values({ personId: known.id, role: 'resident' }).onConflictDoNothing()
  })
