import { useState } from 'react'
import type { Order } from '../../api/supplier'
import { reportShort } from '../../api/supplier-orders'
import { useTranslation } from '../../i18n/use-translation'
import { TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { notify } from '../../ui/toast'
import { OwnLine } from './own-line'
import { useRefresh } from './use-own-orders'

/** Fewer packs than were confirmed, with the reason: the buyer is told and plans anew at once. */
export default function ShortSheet({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const { t } = useTranslation('supplier')
  const refresh = useRefresh()
  const [packs, setPacks] = useState<Readonly<Record<string, number>>>({})
  const [reason, setReason] = useState('')
  const promised = ({ packs: ordered, confirmedPacks }: Order['lines'][number]) => confirmedPacks ?? ordered
  const lines = order.lines.flatMap((line) => {
    const offered = packs[line.id]
    return offered !== undefined && offered < promised(line) ? [{ lineId: line.id, packs: offered }] : []
  })
  const send = async (key: string) => {
    await reportShort({ params: { orderId: order.id }, body: { lines, reason } }, { key })
    await refresh()
    void notify({ text: t('shortLater.done', { number: order.number }) })
  }
  return (
    <FormSheet
      danger
      title={t('shortLater.title')}
      description={t('shortLater.text')}
      submit={t('shortLater.send')}
      disabledBecause={lines.length === 0 ? t('shortLater.nothing') : undefined}
      onSubmit={send}
      onClose={onClose}
    >
      <ul className="divide-y divide-line border-y border-line">
        {order.lines.map((line) => (
          <OwnLine
            key={line.id}
            line={line}
            offered={packs[line.id] ?? promised(line)}
            onOffer={(value) => setPacks({ ...packs, [line.id]: Math.min(value, promised(line)) })}
          />
        ))}
      </ul>
      <TextField
        label={t('shortLater.reason')}
        required
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormSheet>
  )
}
