import { Archive } from 'lucide-react'
import { useState } from 'react'
import { type GroupDelivery, openLocker } from '../../api/store'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { Problems } from '../../ui/states'

/** Opens the compartment an order lies in. Asked once more: its door stands open for whoever is there. */
export function OpenLocker({
  delivery,
  number,
  code,
  onOpened,
}: {
  readonly delivery: GroupDelivery
  readonly number: string
  readonly code: string
  readonly onOpened: () => void
}) {
  const { t } = useTranslation('shop')
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [key] = useState(() => crypto.randomUUID())
  const open = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await openLocker({ params: { servicePointId: delivery.servicePointId }, body: { number, code } }, { key })
      setAsking(false)
      onOpened()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const place = { number: delivery.compartment ?? '' }
  return (
    <>
      <Button wide className="mt-2" icon={<Archive size={19} aria-hidden />} onClick={() => setAsking(true)}>
        {t('delivery.open', place)}
      </Button>
      <Sheet
        open={asking}
        onOpenChange={setAsking}
        place="dialog"
        title={t('delivery.open', place)}
        description={t('delivery.openHint')}
      >
        <div className="mt-2 space-y-3">
          {error !== undefined && <Problems error={error} />}
          <Button size="large" wide busy={busy} onClick={() => void open()}>
            {t('delivery.openNow')}
          </Button>
        </div>
      </Sheet>
    </>
  )
}
