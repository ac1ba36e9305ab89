import { z } from 'zod'
import { endpoint } from '../endpoint'
import { Id } from '../shapes'

export const Me = z.object({
  personId: Id,
  name: z.string(),
  guest: z.boolean(),
  roles: z.array(z.object({ role: z.string(), operatorId: z.string(), scopeId: z.string() })),
  /** Where this person works or lives in the software: the page to open after the log-in. */
  home: z.string(),
})

/** What every page needs to know about the installation. */
export const Installation = z.object({
  demo: z.boolean(),
  /** The service's own time, simulated in a demo. */
  now: z.iso.datetime({ offset: true }),
  stripe: z.boolean(),
  demoAccounts: z.array(z.object({ role: z.string(), email: z.string(), password: z.string() })),
})

export const logIn = endpoint({
  method: 'post',
  path: '/api/session',
  summary: 'Logs in; sets the session cookie and answers the token for those who prefer a header',
  who: ['anyone'],
  body: z.object({ email: z.email(), password: z.string().min(1).max(200) }),
  answer: z.object({ token: z.string(), me: Me }),
})

export const beGuest = endpoint({
  method: 'post',
  path: '/api/session/guest',
  summary: 'A session for somebody without an account',
  who: ['anyone'],
  body: z.object({ name: z.string().trim().min(1).max(40), phone: z.string().regex(/^\+?\d{7,15}$/) }),
  answer: z.object({ token: z.string(), me: Me }),
  status: 201,
})

export const whoAmI = endpoint({
  method: 'get',
  path: '/api/session',
  summary: 'Who is logged in, and what kind of installation this is',
  who: ['anyone'],
  answer: z.object({ me: Me.nullable(), installation: Installation }),
})

export const logOut = endpoint({
  method: 'delete',
  path: '/api/session',
  summary: 'Forgets the session cookie',
  who: ['anyone'],
  answer: z.object({ done: z.literal(true) }),
})
