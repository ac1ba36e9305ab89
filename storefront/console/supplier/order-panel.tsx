import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { setSearch } from '../../address/use-address'
import { confirmOrder, type Order } from '../../api/supplier'
import { useLocale } from '../../i18n/use-locale'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { ErrorState, Loading, Problems } from '../../ui/states'
import { notify } from '../../ui/toast'
import { StatusTag } from '../procurement/orders/status-tag'
import { AfterAnswer } from './after-answer'
import { OwnFacts } from './own-facts'
import { OwnLine } from './own-line'
import { useOwnOrder, useRefresh } from './use-own-orders'

const OPEN = ['sent', 'confirmed', 'short', 'part_received']

const close = () => setSearch({ order: null })

/** One order to answer: everything, or fewer packs of some lines. */
export default function OwnOrderPanel({ orderId }: { readonly orderId: string }) {
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
      footer={
        order &&
        OPEN.includes(order.status) && (
          <div className="flex flex-wrap justify-end gap-2">
            {!answer.fewer && <AfterAnswer order={order} />}
            {order.status === 'sent' && <Answer answer={answer} />}
          </div>
        )
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!order && !error && <Loading />}
      {order && (
        <>
          <OwnFacts order={order} />
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
    <>
      <Button kind="secondary" onClick={() => setFewer(!fewer)}>
        {t(fewer ? 'backToAll' : 'confirmFewer')}
      </Button>
      <Button busy={busy} onClick={() => void confirm()}>
        {t(fewer ? 'sendAnswer' : 'confirmAll')}
      </Button>
    </>
  )
}
