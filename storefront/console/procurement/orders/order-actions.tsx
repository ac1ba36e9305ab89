import { Undo2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from '../../../i18n/use-translation'
import { Link } from '../../../address/link'
import type { Order } from '../../../api/procurement'
import { Button, buttonLook } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import { Decide } from './decide'
import { useActs } from './use-acts'

const EnterInvoice = lazy(() => import('../matching/enter-invoice'))

const RECEIVABLE = ['sent', 'confirmed', 'short', 'part_received']
const INVOICEABLE = ['part_received', 'closed']
const CANCELLABLE = ['approved', 'sent', 'confirmed', 'short']

/** What can be done with an order where it stands. */
export function OrderActions({ order, onDone }: { readonly order: Order; readonly onDone: () => void }) {
  const { t: buying } = useTranslation('procurement')
  const acts = useActs()
  const [busy, setBusy] = useState(false)
  const [invoicing, setInvoicing] = useState(false)
  const restore = async () => {
    setBusy(true)
    await acts.restore(order)
    setBusy(false)
  }
  const restorable = order.status === 'cancelled' && order.restorable
  if (order.status === 'proposed') return <Decide order={order} onDone={onDone} />
  return (
    <div className="flex flex-wrap items-end justify-end gap-2">
      {CANCELLABLE.includes(order.status) && <Cancel order={order} />}
      {restorable && (
        <Button kind="secondary" busy={busy} icon={<Undo2 size={16} aria-hidden />} onClick={() => void restore()}>
          {buying('act.restore')}
        </Button>
      )}
      {INVOICEABLE.includes(order.status) && (
        <Button kind="secondary" onClick={() => setInvoicing(true)}>
          {buying('act.invoice')}
        </Button>
      )}
      {RECEIVABLE.includes(order.status) && (
        <Link to={`/console/procurement/receiving/${order.id}`} className={buttonLook({})}>
          {buying('act.receive')}
        </Link>
      )}
      {invoicing && (
        <Suspense fallback={null}>
          <EnterInvoice order={order} onClose={() => setInvoicing(false)} />
        </Suspense>
      )}
    </div>
  )
}

/** Calling off an order the supplier may know of asks for the reason first. */
function Cancel({ order }: { readonly order: Order }) {
  const { t } = useTranslation('procurement-order')
  const { t: buying } = useTranslation('procurement')
  const acts = useActs()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  if (!asking)
    return (
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {buying('act.cancel')}
      </Button>
    )
  return (
    <form
      className="flex flex-1 items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim()) void acts.cancel(order, reason.trim()).then(() => setAsking(false))
      }}
    >
      <div className="flex-1">
        <TextField
          label={t('order.reason')}
          required
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <Button kind="danger" type="submit">
        {buying('act.cancel')}
      </Button>
    </form>
  )
}
