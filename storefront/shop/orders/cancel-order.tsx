import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { cancelOrder, type Order, type OrderGroup } from '../../api/store'
import { dateIn, day, money, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { Problems } from '../../ui/states'

/** Cancels an order, or one meal of it, before the cut-off. Asked once more, because money moves. */
export function CancelOrder({
  order,
  group,
  onCancelled,
}: {
  readonly order: Order
  /** The meal, where the rest of the order stays. */
  readonly group?: OrderGroup
  readonly onCancelled: () => void
}) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [key] = useState(() => crypto.randomUUID())
  const first = group ?? order.groups.toSorted((a, b) => a.cutoffAt.localeCompare(b.cutoffAt))[0]
  const until = ({ cutoffAt, zone }: OrderGroup) => `${day(dateIn(cutoffAt, zone), locale)} ${time(cutoffAt, zone)}`
  const cancel = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await cancelOrder({ params: { orderId: order.id }, ...(group ? { body: { groupId: group.id } } : {}) }, { key })
      onCancelled()
      setOpen(false)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const paid = order.status !== 'awaiting_payment'
  const amount = money(order.totalMinor, order.currency, locale)
  return (
    <>
      <Button kind="danger" onClick={() => setOpen(true)}>
        {t(group ? 'cancel.part' : 'cancel.button')}
      </Button>
      <Sheet
        open={open}
        onOpenChange={setOpen}
        place="dialog"
        title={t(group ? 'cancel.partTitle' : 'cancel.title')}
        description={group ? t('cancel.partText') : t(paid ? 'cancel.paid' : 'cancel.unpaid', { amount })}
      >
        <div className="mt-2 space-y-3">
          {first && <p className="text-secondary text-ink-2">{t('cancel.until', { time: until(first) })}</p>}
          {error !== undefined && <Problems error={error} />}
          <Button kind="danger" size="large" wide busy={busy} onClick={() => void cancel()}>
            {t(group ? 'cancel.part' : 'cancel.confirm')}
          </Button>
          <Button kind="quiet" wide onClick={() => setOpen(false)}>
            {t(group ? 'cancel.keepPart' : 'cancel.keep')}
          </Button>
        </div>
      </Sheet>
    </>
  )
}
