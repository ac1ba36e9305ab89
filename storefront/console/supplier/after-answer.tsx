import { lazy, Suspense, useState } from 'react'
import type { Order } from '../../api/supplier'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'

const EtaSheet = lazy(() => import('./eta-sheet'))
const ShortSheet = lazy(() => import('./short-sheet'))

/** What a supplier can still say of an order on its way: when it comes, and that less does. */
export function AfterAnswer({ order }: { readonly order: Order }) {
  const { t } = useTranslation('supplier')
  const [open, setOpen] = useState<'eta' | 'short'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <Button kind="secondary" onClick={() => setOpen('eta')}>
        {t('eta.act')}
      </Button>
      {order.status !== 'sent' && (
        <Button kind="danger" onClick={() => setOpen('short')}>
          {t('shortLater.act')}
        </Button>
      )}
      <Suspense fallback={null}>
        {open === 'eta' && <EtaSheet order={order} onClose={close} />}
        {open === 'short' && <ShortSheet order={order} onClose={close} />}
      </Suspense>
    </>
  )
}
