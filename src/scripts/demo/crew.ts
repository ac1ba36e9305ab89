import * as session from '../../http/session/contract'
import { type Person, person } from './api'

export type Role = 'operator' | 'kitchen' | 'courier' | 'procurement' | 'supplier'

/** The demo's staff, logged in, with the tenants each works for. */
export interface Crew {
  readonly of: (role: Role) => readonly Person[]
}

/** Logs everybody in with the accounts of the demo city. */
export async function assemble(
  base: string,
  accounts: readonly { email: string; role: Role }[],
  password: string,
): Promise<Crew> {
  const crew = new Map<Role, Person[]>()
  const visitor = person(base)
  for (const { email, role } of accounts) {
    const { token } = await visitor.call(session.logIn, { body: { email, password } })
    crew.set(role, [...(crew.get(role) ?? []), person(base, token)])
  }
  return { of: (role) => crew.get(role) ?? [] }
}
