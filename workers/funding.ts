import { FapiaoRequested, StatementIssued, TopUpUnwanted } from '../src/funding/events'
import { issueFapiao } from '../src/funding/invoicing/issue-fapiao'
import { reverseFapiao } from '../src/funding/invoicing/reverse-fapiao'
import { sendInvoice } from '../src/funding/invoicing/send-invoice'
import { returnTopUp } from '../src/funding/purses/return-top-up'
import { settleGroups } from '../src/funding/settlement/settle-groups'
import { OrderCompleted, RefundDue } from '../src/ordering/events'
import { handedOver } from '../src/ordering/handed-over'
import { ownRefund } from '../src/ordering/own-part'
import { type Handler, on, onOutside } from '../src/platform/consume'
import type { FapiaoIssuer } from '../src/platform/e-invoices/port'
import type { InvoiceProvider } from '../src/platform/invoices/port'
import type { Payments } from '../src/platform/payments/open'

/** Bills and fapiao go out, what is given back of a fapiao is taken back by a red one, and kitchens' parties earn their share. */
export const funding = (invoices: InvoiceProvider, issuer: FapiaoIssuer, payments: Payments): Handler[] => [
  onOutside(TopUpUnwanted, (app, unwanted) => returnTopUp(app, payments, unwanted)),
  onOutside(StatementIssued, (app, { statementId }) => sendInvoice(app, invoices, statementId)),
  onOutside(FapiaoRequested, (app, { fapiaoId }) => issueFapiao(app, issuer, fapiaoId)),
  on(OrderCompleted, async (app, { orderId }) => settleGroups(app, await handedOver(app, orderId))),
  on(RefundDue, async (app, { refundId }) => {
    const refund = await ownRefund(app, refundId)
    if (refund) await reverseFapiao(app, refund)
  }),
]
