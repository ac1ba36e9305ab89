import type { App } from '../platform/app'
import { newId } from '../platform/id'
import { persons } from './schema'

export interface WelcomeGuest {
  readonly name: string
  readonly phone: string
  readonly locale: 'zh-CN' | 'en'
}

/** Somebody who orders without an account: a person we can hand a meal to and nothing more. */
export async function welcomeGuest(app: App, { name, phone, locale }: WelcomeGuest): Promise<{ personId: string }> {
  const personId = newId('per')
  await app.db.insert(persons).values({ id: personId, name, phone, locale, createdAt: app.now() })
  return { personId }
}
