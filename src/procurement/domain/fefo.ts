import type { ServiceDate } from '../../kernel/time'

/** What is left of a lot, in base units. It may be used on its expiry day, not after. */
export interface LotLeft {
  readonly id: string
  readonly expiresOn: ServiceDate
  readonly quantity: number
}

export interface Take {
  readonly lotId: string
  readonly quantity: number
}

const byExpiry = (a: LotLeft, b: LotLeft): number =>
  a.expiresOn < b.expiresOn ? -1 : a.expiresOn > b.expiresOn ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

export const isUsable = (lot: LotLeft, on: ServiceDate): boolean => lot.quantity > 0 && lot.expiresOn >= on

/** First expired, first out: what each lot gives on a day, and what none of them covers. Base units. */
export function issueFefo(need: number, lots: readonly LotLeft[], on: ServiceDate): { takes: Take[]; short: number } {
  const takes: Take[] = []
  let short = need
  for (const lot of lots.filter((each) => isUsable(each, on)).sort(byExpiry)) {
    if (short === 0) break
    const quantity = Math.min(short, lot.quantity)
    takes.push({ lotId: lot.id, quantity })
    short -= quantity
  }
  return { takes, short }
}

export interface Outlook {
  /** What nobody will have used when it expires, before the period ends. */
  readonly expiring: number
  /** The first day whose need is not covered; undefined when every day is. */
  readonly runsOutOn: ServiceDate | undefined
}

/** Plays the days through, first expired first out. Arrivals count from their day on and do not expire in between. */
export function lookAhead(
  lots: readonly LotLeft[],
  needs: readonly { readonly date: ServiceDate; readonly need: number }[],
  arrivals: readonly { readonly date: ServiceDate; readonly quantity: number }[],
  until: ServiceDate,
): Outlook {
  const left = new Map(lots.map((lot) => [lot.id, lot.quantity]))
  let arrived = 0
  let runsOutOn: ServiceDate | undefined
  const due = [...arrivals].sort((a, b) => (a.date < b.date ? -1 : 1))
  for (const { date, need } of needs) {
    while (due[0] && due[0].date <= date) arrived += due.shift()?.quantity ?? 0
    const today = lots.map((lot) => ({ ...lot, quantity: left.get(lot.id) ?? 0 }))
    const { takes, short } = issueFefo(need, today, date)
    for (const { lotId, quantity } of takes) left.set(lotId, (left.get(lotId) ?? 0) - quantity)
    if (short > arrived) runsOutOn ??= date
    arrived = Math.max(0, arrived - short)
  }
  const expiring = lots.reduce((sum, lot) => sum + (lot.expiresOn < until ? (left.get(lot.id) ?? 0) : 0), 0)
  return { expiring, runsOutOn }
}
