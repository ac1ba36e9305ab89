import type { z } from 'zod'
import type { Paying } from '../../shopping/ask-payers'
import type { Caller } from '../caller'
import type { PayWith, Payer } from './basket/contract'

interface PayWish {
  readonly payWith?: z.infer<typeof PayWith> | undefined
  readonly usePurse: boolean
  /** Whose meal it is, where somebody orders for a relative. */
  readonly forPersonId?: string | undefined
}

/** How a caller pays: an employee with the company's money where they say nothing else; everybody else alone. */
export function payingOf(caller: Caller, { payWith: asked, usePurse, forPersonId }: PayWish): Paying {
  const employed = caller.memberships.some(({ role }) => role === 'employee')
  const payWith = asked ?? (employed && !forPersonId ? 'company' : 'private')
  const proxyFor = forPersonId && forPersonId !== caller.personId ? { proxyFor: forPersonId } : {}
  return { personId: caller.personId, payWith, usePurse, ...proxyFor }
}

/** A payer as the basket and the order show it, with what it pays and why. */
export const payerView = (
  {
    kind,
    name,
    amountMinor,
    reason,
    refundedMinor = 0,
  }: Pick<z.output<typeof Payer>, 'kind' | 'name' | 'amountMinor' | 'reason'> & { readonly refundedMinor?: number },
  menuDayId: string | null,
): z.input<typeof Payer> => ({ kind, name, amountMinor, refundedMinor, menuDayId, reason })
