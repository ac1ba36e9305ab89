import { useEffect, useState } from 'react'
import { type Counts, type Member, type Mode, type Payment, quoteSale, type TillQuote } from './api'

export interface SaleWish {
  readonly siteId: string
  readonly counts: Counts
  readonly member: Member | undefined
  readonly mode: Mode
  readonly payment: Payment
}

/** A sale as the server is asked for it. */
export const basketOf = ({ counts, member, mode, payment }: SaleWish) => ({
  items: [...counts].map(([offerId, quantity]) => ({ offerId, quantity })),
  memberId: member?.memberId ?? null,
  identified: member?.identified ?? ('code' as const),
  mode,
  payment,
})

export interface SaleQuote {
  readonly data: TillQuote | undefined
  readonly error: unknown
}

/** What the sale would cost, asked anew with every change; an older answer that comes late is thrown away. */
export function useSaleQuote(wish: SaleWish): SaleQuote {
  const [answer, setAnswer] = useState<{ asked: string; data?: TillQuote; error?: unknown }>({ asked: '' })
  const body = basketOf(wish)
  const asked = body.items.length > 0 ? JSON.stringify(body) : ''
  const { siteId } = wish
  useEffect(() => {
    if (asked === '') return
    const leaving = new AbortController()
    quoteSale({ params: { siteId }, body: JSON.parse(asked) as typeof body }, { signal: leaving.signal }).then(
      (data) => setAnswer({ asked, data }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setAnswer({ asked, error })
      },
    )
    return () => leaving.abort()
  }, [siteId, asked])
  return answer.asked === asked && asked !== ''
    ? { data: answer.data, error: answer.error }
    : { data: undefined, error: undefined }
}
