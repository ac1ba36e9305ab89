import { useRef, useState } from 'react'
import { useTranslation } from '../../../i18n/use-translation'
import { go } from '../../../address/use-address'
import { type Order, type OrderLine, receiveGoods } from '../../../api/procurement'
import type { Scanned } from '../../../api/procurement-receiving'
import { Button } from '../../../ui/button'
import { Checkbox } from '../../../ui/choice'
import { Problems } from '../../../ui/states'
import { notify } from '../../../ui/toast'
import { type Arrival, arrivalOf, faultsOf, receiptLine, withScan } from './arrival'
import { LineArrivals } from './line-arrivals'
import { ScanGoods } from './scan-goods'
import { useRefresh } from '../use-procurement'

type Arrivals = Readonly<Record<string, readonly Arrival[]>>

/** Leads to the first field that is not right, once it is drawn. */
const goToFault = () =>
  void requestAnimationFrame(() => document.querySelector<HTMLElement>('form [aria-invalid]')?.focus())

/** Line by line what came: ticked lines are put on the shelf together, all or nothing. */
export function ReceiptForm({ order }: { readonly order: Order }) {
  const { t } = useTranslation('procurement-receiving')
  const { t: buying } = useTranslation('procurement')
  const refresh = useRefresh()
  const [arrivals, setArrivals] = useState<Arrivals>({})
  const [final, setFinal] = useState(false)
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  // one key a filled-in form: pressing twice receives once
  const key = useRef(crypto.randomUUID())

  // what is still to come first; of the rest more may come within the tolerance
  const open = order.lines
    .filter((line) => line.packs > 0 && line.most > 0)
    .toSorted((a, b) => Number(a.toCome === 0) - Number(b.toCome === 0))
  const filled = open.flatMap((line) => (arrivals[line.id] ?? []).map((arrival) => ({ line, arrival })))
  const set = (line: OrderLine, own: readonly Arrival[]) => {
    key.current = crypto.randomUUID()
    setArrivals({ ...arrivals, [line.id]: own })
  }
  const scan = (scanned: Scanned) => {
    const line = open.find(({ id }) => id === scanned.lineId)
    if (!line) return false
    const id = crypto.randomUUID()
    key.current = id
    setArrivals((now) => ({ ...now, [line.id]: withScan(now[line.id] ?? [], scanned, line, id) }))
    return true
  }
  const submit = async () => {
    setTried(true)
    if (filled.length === 0) return
    if (filled.some(({ line, arrival }) => Object.keys(faultsOf(arrival, line)).length > 0)) return goToFault()
    const lines = filled.flatMap(({ line, arrival }) => receiptLine(arrival, line) ?? [])
    if (lines.length === 0) return
    setBusy(true)
    setError(undefined)
    try {
      await receiveGoods({ params: { orderId: order.id }, body: { lines, final } }, { key: key.current })
      void notify({ text: buying('done.received', { number: order.number }) })
      await refresh()
      go('/console/procurement/receiving')
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }

  return (
    <form
      className="space-y-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ScanGoods orderId={order.id} onScan={scan} />
      {open.map((line) => (
        <LineArrivals
          key={line.id}
          orderId={order.id}
          line={line}
          arrivals={arrivals[line.id] ?? []}
          tried={tried}
          onChange={(own) => set(line, own)}
          onAdd={() => set(line, [...(arrivals[line.id] ?? []), arrivalOf(line, crypto.randomUUID())])}
        />
      ))}
      {error !== undefined && <Problems error={error} />}
      <div className="sticky bottom-0 flex flex-wrap items-center justify-between gap-3 border-t border-line bg-canvas py-3">
        <Checkbox label={t('final')} checked={final} onChange={(event) => setFinal(event.target.checked)} />
        <Button type="submit" busy={busy} disabledBecause={filled.length === 0 ? t('nothing') : undefined}>
          {t('submit', { count: filled.length })}
        </Button>
      </div>
    </form>
  )
}
