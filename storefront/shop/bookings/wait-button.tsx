import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { joinWaiting } from '../../api/bookings'
import { Button } from '../../ui/button'
import { Problems } from '../../ui/states'
import { notify } from '../../ui/toast'

/** Stands in line for places that are sold out. */
export function WaitButton({ offeringId, placeId }: { readonly offeringId: string; readonly placeId: string }) {
  const { t } = useTranslation('shop')
  const [error, setError] = useState<unknown>()
  const [key] = useState(() => crypto.randomUUID())
  const join = () =>
    joinWaiting({ params: { offeringId }, body: { placeId } }, { key }).then(
      () => void notify({ text: t('booking.joined') }),
      (problem: unknown) => setError(problem),
    )
  return (
    <>
      <Button kind="secondary" onClick={() => void join()}>
        {t('booking.wait')}
      </Button>
      {error !== undefined && <Problems error={error} />}
    </>
  )
}
