import { type Session, whoAmI } from '../../api/session'
import { askOrRecall, forgetAll, keep } from './kept-answers'

const PERSON = 'linli:courier:person'

/** Who is logged in, also where the server cannot be asked. What was kept for somebody else is forgotten. */
export async function keptSession(signal: AbortSignal): Promise<Session> {
  const session = await askOrRecall('session', () => whoAmI(undefined, { signal }))
  const person = session.me?.personId ?? ''
  if (localStorage.getItem(PERSON) === person) return session
  forgetAll()
  keep('session', session)
  localStorage.setItem(PERSON, person)
  return session
}
