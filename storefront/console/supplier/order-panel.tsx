import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { setSearch } from '../../address/use-address'
import { confirmOrder, type Order } from '../../api/supplier'
import { day } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { ErrorState, Loading, Problems } from '../../ui/states'
import { notify } from '../../ui/toast'
import { StatusTag } from '../procurement/orders/status-tag'
import { useAmounts } from '../procurement/use-amounts'
import { OwnLine } from './own-line'
import { useOwnOrder, useRefresh } from './use-own-orders'

const close = () => setSearch({ order: null })

/** One order to answer: everything, or fewer packs of some lines. */
export function OwnOrderPanel({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation('supplier')
  const { say } = useLocale()
  const { data: order, error, refetch } = useOwnOrder(orderId)
  const answer = useAnswer(order)
  return (
    <Sheet
      open
      place="panel"
      onOpenChange={close}
      title={order ? `${order.number} · ${say(order.buyer)}` : t('title')}
      description={order && <StatusTag status={order.status} />}
      footer={order?.status === 'sent' && <Answer answer={answer} />}
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!order && !error && <Loading />}
      {order && (
        <>
          <Facts order={order} />
          {answer.error !== undefined && <Problems error={answer.error} />}
          <ul className="mt-4 divide-y divide-line border-y border-line">
            {order.lines.map((line) => (
              <OwnLine
                key={line.id}
                line={line}
                {...(answer.fewer
                  ? { offered: answer.packs[line.id] ?? line.packs, onOffer: (packs) => answer.offer(line.id, packs) }
                  : {})}
              />
            ))}
          </ul>
        </>
      )}
    </Sheet>
  )
}

function Facts({ order }: { readonly order: Order }) {
  const { t } = useTranslation('supplier')
  const { t: buying } = useTranslation('procurement')
  const { locale, say } = useLocale()
  const { yuan } = useAmounts()
  const facts = [
    [t('deliverTo'), say(order.site)],
    [buying('columns.deliverOn'), day(order.deliverOn, locale)],
    [buying('columns.total'), yuan(order.totalMinor)],
  ]
  return (
    <dl className="grid grid-cols-3 gap-3">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt className="text-secondary text-ink-2">{label}</dt>
          <dd className="figures font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type Answering = ReturnType<typeof useAnswer>

function useAnswer(order: Order | undefined) {
  const { t } = useTranslation('supplier')
  const refresh = useRefresh()
  const [fewer, setFewer] = useState(false)
  const [packs, setPacks] = useState<Readonly<Record<string, number>>>({})
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const confirm = async () => {
    if (!order) return
    setBusy(true)
    setError(undefined)
    const lines = order.lines.flatMap((line) => {
      const offered = packs[line.id]
      return fewer && offered !== undefined && offered < line.packs ? { lineId: line.id, packs: offered } : []
    })
    try {
      const { status, number } = await confirmOrder({ params: { orderId: order.id }, body: { lines } })
      void notify({ text: t(status === 'short' ? 'short' : 'confirmed', { number }) })
      await refresh()
      close()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const offer = (lineId: string, value: number) => setPacks({ ...packs, [lineId]: value })
  return { fewer, setFewer, packs, offer, confirm, busy, error }
}

function Answer({ answer: { fewer, setFewer, confirm, busy } }: { readonly answer: Answering }) {
  const { t } = useTranslation('supplier')
  return (
    <div className="flex justify-end gap-2">
      <Button kind="secondary" onClick={() => setFewer(!fewer)}>
        {t(fewer ? 'backToAll' : 'confirmFewer')}
      </Button>
      <Button busy={busy} onClick={() => void confirm()}>
        {t(fewer ? 'sendAnswer' : 'confirmAll')}
      </Button>
    </div>
  )
}
