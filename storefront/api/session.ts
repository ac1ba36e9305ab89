import type * as contract from '../../src/http/session/contract'
import { type Answer, get, post, remove } from './call'

export const whoAmI = get<typeof contract.whoAmI>('/api/session')
export const logIn = post<typeof contract.logIn>('/api/session')
export const beGuest = post<typeof contract.beGuest>('/api/session/guest')
export const logOut = remove<typeof contract.logOut>('/api/session')

export type Session = Answer<typeof contract.whoAmI>
export type Me = NonNullable<Session['me']>
export type Installation = Session['installation']
