import type { Visit } from '../../src/http/faces/contract'
import type { Fetcher } from '../api/call'
import { cookieIn } from '../i18n/locale'

/** The service point somebody chose to be served at. */
export const PLACE_COOKIE = 'place'

export type ServerVisit = Pick<Visit, 'api' | 'cookies'>

/** What a loader may know of who asks: on the server handed in with the request, in the browser its own. */
export interface Visitor {
  readonly fetcher: Fetcher
  readonly servicePointId: string | undefined
}

const isServerVisit = (context: unknown): context is ServerVisit =>
  typeof context === 'object' && context !== null && 'cookies' in context

/** Called as a function of its own: the browser's fetch refuses to be anybody's method. */
const browserFetch: Fetcher = (path, init) => fetch(path, init)

export function visitorOf(context: unknown): Visitor {
  const visit = isServerVisit(context) ? context : { api: browserFetch, cookies: document.cookie }
  const servicePointId = cookieIn(visit.cookies, PLACE_COOKIE)
  // an id that cannot be one of ours is none
  const known = servicePointId && /^[\w-]{1,100}$/.test(servicePointId) ? servicePointId : undefined
  return { fetcher: (path, init) => visit.api(path, init), servicePointId: known }
}
