import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { newThingId, nowSeconds, type Thing } from './world'

/** How facts travel. As Stripe says: at least once, in no promised order, tried again where nobody takes them. */
export interface HookWays {
  /** Where to. */
  readonly url?: string | undefined
  readonly secret: string
  /** Before each delivery. */
  readonly delayMs?: number
  /** How often each is sent. */
  readonly copies?: number
  /** Kept until `release`, which may say another order. */
  readonly held?: boolean
  /** How long ago the signature says it was made, in seconds. */
  readonly ageSeconds?: number
}

export interface Delivery {
  readonly type: string
  readonly status: number
}

/** Stripe's signature scheme v1: HMAC-SHA256 over `time.body`. */
export const sign = (secret: string, body: string, at = nowSeconds()): string =>
  `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`

/** Sends what happens to one address. */
export function openHooks(first: HookWays) {
  let ways = first
  let held: { type: string; body: string }[] = []
  const delivered: Delivery[] = []
  const under = new Set<Promise<void>>()

  const once = async (type: string, body: string): Promise<boolean> => {
    if (!ways.url) return true
    const signature = sign(ways.secret, body, nowSeconds() - (ways.ageSeconds ?? 0))
    const headers = { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature }
    const status = await fetch(ways.url, { method: 'POST', headers, body }).then(
      (answer) => answer.status,
      () => 0,
    )
    delivered.push({ type, status })
    return status >= 200 && status < 300
  }
  /** Stripe repeats for three days; here three times are enough. A bad signature is refused for good. */
  const send = async (type: string, body: string): Promise<void> => {
    for (let copy = 0; copy < (ways.copies ?? 1); copy++) {
      if (ways.delayMs) await sleep(ways.delayMs)
      for (let attempt = 1; attempt <= 3 && !(await once(type, body)); attempt++) await sleep(50 * attempt)
    }
  }
  const start = (type: string, body: string) => {
    const sending = send(type, body).finally(() => under.delete(sending))
    under.add(sending)
  }
  return {
    tell: (type: string, thing: Thing) => {
      const event = { id: newThingId('evt'), object: 'event', api_version: '2026-10-28.endive', created: nowSeconds() }
      const body = JSON.stringify({ ...event, livemode: false, type, data: { object: thing } })
      if (ways.held) held.push({ type, body })
      else start(type, body)
    },
    ways: (next: Partial<HookWays>) => {
      ways = { ...ways, ...next }
    },
    /** Sends what was held, one after the other. */
    release: async (order: 'kept' | 'reversed' = 'kept') => {
      const waiting = order === 'kept' ? held : held.toReversed()
      held = []
      for (const { type, body } of waiting) await send(type, body)
    },
    delivered: (): readonly Delivery[] => delivered,
    /** Everything that is under way has arrived. */
    quiet: async () => {
      while (under.size > 0) await Promise.all(under)
    },
  }
}
