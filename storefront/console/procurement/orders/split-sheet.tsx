import { useState } from 'react'
import type { Order, OrderLine } from '../../../api/procurement'
import { splitOrder } from '../../../api/procurement-orders'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Select, TextField } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { notify } from '../../../ui/toast'
import { useOverview, useRefresh } from '../use-procurement'

/** Packs that move to another delivery day, another supplier, or both. */
export default function SplitSheet({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const { t } = useTranslation('procurement-order')
  const { say } = useLocale()
  const refresh = useRefresh()
  const suppliers = useOverview().data?.suppliers ?? []
  const [deliverOn, setDeliverOn] = useState(order.deliverOn)
  const [supplierId, setSupplierId] = useState(order.supplierId)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const packsOf = ({ id, packs }: OrderLine) => {
    const text = (typed[id] ?? '').normalize('NFKC').trim()
    if (text === '') return 0
    return /^\d{1,5}$/.test(text) && Number(text) <= packs ? Number(text) : undefined
  }
  const lines = order.lines.flatMap((line) => {
    const packs = packsOf(line)
    return packs ? [{ lineId: line.id, packs }] : []
  })
  const same = deliverOn === order.deliverOn && supplierId === order.supplierId
  const send = async (key: string) => {
    if (order.lines.some((line) => packsOf(line) === undefined)) return false
    const elsewhere = {
      ...(deliverOn === order.deliverOn ? {} : { deliverOn }),
      ...(supplierId === order.supplierId ? {} : { supplierId }),
    }
    const { other } = await splitOrder({ params: { orderId: order.id }, body: { ...elsewhere, lines } }, { key })
    await refresh()
    void notify({ text: t('split.done', { number: order.number, other: other.number }) })
    return true
  }
  return (
    <FormSheet
      title={t('split.title', { number: order.number })}
      description={t('split.text')}
      submit={t('split.act')}
      disabledBecause={same ? t('split.same') : lines.length === 0 ? t('split.nothing') : undefined}
      onSubmit={send}
      onClose={onClose}
    >
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t('order.deliverOn')}
          type="date"
          required
          value={deliverOn}
          onChange={(event) => setDeliverOn(event.target.value)}
        />
        <Select label={t('split.supplier')} value={supplierId} onChange={(event) => setSupplierId(event.target.value)}>
          {suppliers.map(({ id, name }) => (
            <option key={id} value={id}>
              {say(name)}
            </option>
          ))}
        </Select>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {order.lines
          .filter(({ packs }) => packs > 0)
          .map((line) => (
            <li key={line.id} className="grid grid-cols-[1fr_112px] items-center gap-3 py-2">
              <span>
                <span className="font-medium">{say(line.ingredient)}</span>
                <span className="figures block text-secondary text-ink-2">
                  {line.packs} × {say(line.packName)}
                </span>
              </span>
              <TextField
                label={t('split.packs', { ingredient: say(line.ingredient) })}
                hideLabel
                inputMode="numeric"
                placeholder="0"
                value={typed[line.id] ?? ''}
                error={packsOf(line) === undefined ? t('split.most', { packs: line.packs }) : undefined}
                onChange={(event) => setTyped({ ...typed, [line.id]: event.target.value })}
              />
            </li>
          ))}
      </ul>
    </FormSheet>
  )
}
