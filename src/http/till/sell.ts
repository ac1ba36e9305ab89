import type { z } from 'zod'
import { noteSale } from '../../funding/till/note-sale'
import { payAtTill } from '../../funding/till/pay-at-till'
import { takePayers } from '../../funding/take-payers'
import { Refusal } from '../../kernel/refusal'
import { dateIn } from '../../kernel/time'
import { placeOrder } from '../../ordering/place-order'
import { pointsByIds } from '../../places/queries'
import type { App } from '../../platform/app'
import type { PaymentProvider } from '../../platform/payments/port'
import type { Receipt, sell, TillPayer } from './contract'
import { readSale } from './counter'
import type { TillSite } from './reach'

interface SellOver {
  readonly site: TillSite
  readonly cashierId: string
  readonly receivedAt: Date
  readonly provider: PaymentProvider
  readonly body: z.output<(typeof sell)['body'] & z.ZodType>
}

/** Sells a basket over the counter: the order, its payers and the till's own line in one transaction, the caller's. */
export async function sellOver(app: App, wish: SellOver): Promise<z.input<typeof Receipt>> {
  const { site, cashierId, receivedAt, provider, body } = wish
  const { day, menuDays, quote, member, personId, meals, payers: quoted, currency } = await readSale(app, site, body)
  const [place] = await pointsByIds(app, [site.counterPointId])
  if (!place) throw new Refusal('not_found')
  const { payment, dueMinor: agreedMinor, givenMinor } = body
  const paid = payAtTill(quoted, { siteId: site.id, groupKey: day.id, payment, agreedMinor, givenMinor })
  const { order } = await placeOrder(app, {
    personId,
    place,
    contact: { name: '', phone: '' },
    note: '',
    currency,
    quote,
    slots: menuDays,
    payers: paid,
    takePayers: takePayers(paid, meals),
    atCounter: true,
    receivedAt,
    agreedMinor: quote.totalMinor,
    provider,
  })
  const paidMinor = paidBy(paid.payers, ['till', 'purse'])
  const amounts = {
    totalMinor: quote.totalMinor,
    paidMinor,
    givenMinor: payment === 'cash' ? givenMinor : null,
    currency,
  }
  const sale = { orderId: order.id, number: order.number, payment, ...amounts }
  const { id: siteId, operatorId } = site
  const today = dateIn(site.zone, app.now())
  await noteSale(app, { ...sale, operatorId, siteId, day: today, cashierId, memberId: member?.memberId ?? null })
  return {
    ...sale,
    soldAt: app.now().toISOString(),
    withMember: member !== undefined,
    voided: false,
    site: site.name,
    zone: site.zone,
    changeMinor: Math.max(0, (amounts.givenMinor ?? paidMinor) - paidMinor),
    lines: quote.groups
      .flatMap(({ items }) => items)
      .map(({ name, quantity, unitMinor }) => {
        return { name, quantity, totalMinor: unitMinor * quantity }
      }),
    payers: paid.payers.map(tillPayerView),
  }
}

type Shown = Pick<z.output<typeof TillPayer>, 'kind' | 'name' | 'amountMinor' | 'reason'>

/** A payer without what only the ledger wants. */
export const tillPayerView = ({ kind, name, amountMinor, reason }: Shown): z.input<typeof TillPayer> => ({
  kind,
  name,
  amountMinor,
  reason,
})

/** What the guest pays: by hand at the till, or from the meal card. */
export const paidBy = (payers: readonly { kind: string; amountMinor: number }[], kinds: readonly string[]): number =>
  payers.reduce((sum, { kind, amountMinor }) => sum + (kinds.includes(kind) ? amountMinor : 0), 0)
