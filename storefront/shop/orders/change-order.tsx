import { lazy, Suspense, useState } from 'react'
import type { Order, OrderGroup } from '../../api/store'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'

const ChangeSheet = lazy(() => import('./change/change-sheet'))

/** Takes other dishes, or another number of them, before the cut-off. */
export function ChangeOrder({
  order,
  groups,
  groupId,
  onStale,
}: {
  readonly order: Order
  readonly groups: readonly OrderGroup[]
  /** The meal, where the rest of the order stays. */
  readonly groupId?: string
  readonly onStale: () => void
}) {
  const { t } = useTranslation('shop')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="secondary" onClick={() => setOpen(true)}>
        {t(groupId ? 'change.part' : 'change.button')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <ChangeSheet
            order={order}
            groups={groups}
            groupId={groupId}
            onStale={onStale}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
