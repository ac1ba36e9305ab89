import { funds } from '../../funding/funds'
import { settleTopUp } from '../../funding/purses/settle-top-up'
import { settlePayment } from '../../ordering/settle-payment'
import type { App } from '../../platform/app'
import type { PaymentFact } from '../../platform/payments/port'

/**
 * Takes a provider's word to whom it concerns: a meal card's top-up, or else an order, whose id it answers.
 * @throws Refusal `not_found`, `wrong_amount`.
 */
export async function takePaymentFact(app: App, fact: PaymentFact): Promise<{ orderId: string | null }> {
  return (await settleTopUp(app, fact)) ? { orderId: null } : settlePayment(app, fact, funds)
}
