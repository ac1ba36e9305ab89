import { useState } from 'react'
import type { Order } from '../../api/supplier'
import { putEta } from '../../api/supplier-orders'
import { useTranslation } from '../../i18n/use-translation'
import { TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { notify } from '../../ui/toast'
import { useRefresh } from './use-own-orders'

/** An instant as a field of the browser's own clock takes it: `2026-11-24T09:30`. */
const localOf = (instant: string): string => {
  const at = new Date(instant)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** When the goods will be there, by the supplier's own clock. */
export default function EtaSheet({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const { t } = useTranslation('supplier')
  const refresh = useRefresh()
  const [at, setAt] = useState(order.eta ? localOf(order.eta) : `${order.deliverOn}T08:00`)
  const [note, setNote] = useState(order.etaNote ?? '')
  const send = async () => {
    await putEta({ params: { orderId: order.id }, body: { eta: new Date(at).toISOString(), note } })
    await refresh()
    void notify({ text: t('eta.done') })
  }
  return (
    <FormSheet title={t('eta.title')} submit={t('eta.save')} onSubmit={send} onClose={onClose}>
      <TextField
        label={t('eta.at')}
        type="datetime-local"
        required
        value={at}
        onChange={(event) => setAt(event.target.value)}
      />
      <TextField label={t('eta.note')} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
    </FormSheet>
  )
}
