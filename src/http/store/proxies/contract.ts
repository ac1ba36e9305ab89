import { z } from 'zod'
import { endpoint } from '../../endpoint'
import { Id, Instant } from '../../shapes'

/** Ordering for a relative, with leave that the relative gives and takes back. */

const who = ['guest'] as const

export const Proxy = z.object({
  proxyId: Id,
  /** The other of the two. */
  personId: Id,
  name: z.string(),
  /** Whether the caller orders, or is ordered for. */
  role: z.enum(['agent', 'principal']),
  since: Instant,
})

export const listProxies = endpoint({
  method: 'get',
  path: '/api/store/proxies',
  summary: 'Whom the caller may order for, and who may order for the caller',
  who,
  answer: z.object({ proxies: z.array(Proxy) }),
})

export const inviteProxy = endpoint({
  method: 'post',
  path: '/api/store/proxies/invitations',
  summary: 'Agrees that whoever enters the code may order for the caller; good for two days and one person',
  who,
  answer: z.object({ code: z.string(), expiresAt: Instant }),
  status: 201,
})

export const acceptProxy = endpoint({
  method: 'post',
  path: '/api/store/proxies',
  summary: 'Takes an invitation up with its code',
  who,
  body: z.object({ code: z.string().trim().min(8).max(20) }),
  answer: z.object({ proxies: z.array(Proxy) }),
  status: 201,
  idempotent: true,
})

export const revokeProxy = endpoint({
  method: 'delete',
  path: '/api/store/proxies/:proxyId',
  summary: 'Ends it at once, by either of the two',
  who,
  params: z.object({ proxyId: Id }),
  answer: z.object({ proxies: z.array(Proxy) }),
})
