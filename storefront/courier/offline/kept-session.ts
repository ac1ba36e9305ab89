import { type Session, whoAmI } from '../../api/session'
import { askAndKeep, forgetAll, isUnanswered, keep, recall } from './kept-answers'

const PERSON = 'linli:courier:person'

/** Who is logged in, also where the server cannot be asked. What was kept for somebody else is forgotten. */
export async function keptSession(signal: AbortSignal): Promise<Session> {
  const session = await askAndKeep('session', signal, () => whoAmI(undefined, { signal })).catch((error: unknown) => {
    const known = isUnanswered(error) ? recall<Session>('session') : undefined
    if (!known) throw error
    return known
  })
  const person = session.me?.personId ?? ''
  if (localStorage.getItem(PERSON) === person) return session
  forgetAll()
  keep('session', session)
  localStorage.setItem(PERSON, person)
  return session
}
