import { ScanLine } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { setSearch } from '../../../address/use-address'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { Segmented } from '../../../ui/choice'
import { TextField } from '../../../ui/field'
import { Sheet } from '../../../ui/sheet'
import { EmptyState, Loading } from '../../../ui/states'
import { useFilter } from '../filters'
import { Shell } from '../shell'
import { EventSheet } from './event-sheet'
import { lotIn } from './lot-in'

const LotTrace = lazy(() => import('./lot-trace'))
const LotsFound = lazy(() => import('./lots-found'))
const OrderTrace = lazy(() => import('./order-trace'))
const Scanner = lazy(() => import('../../../scan/scanner').then(({ Scanner }) => ({ default: Scanner })))

/** The recall drill: from a lot to every batch and order it is in, or from an order to its lots. */
export default function TracingPage() {
  const { t } = useTranslation('procurement-tracing')
  const [lotId, code, number] = [useFilter('lot'), useFilter('code'), useFilter('number')]
  const from = useFilter('from') === 'order' ? 'order' : 'lot'
  const [scanning, setScanning] = useState(false)
  const look = (text: string) => {
    const said = text.trim()
    if (said === '') return
    if (from === 'order') setSearch({ number: said, lot: null, code: null })
    else setSearch({ code: said, lot: null, number: null })
  }
  return (
    <Shell>
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <div className="w-72">
          <Segmented
            label={t('from.label')}
            value={from}
            options={[
              { value: 'lot', label: t('from.lot') },
              { value: 'order', label: t('from.order') },
            ]}
            onChange={(value) =>
              setSearch({ from: value === 'order' ? 'order' : null, lot: null, code: null, number: null })
            }
          />
        </div>
        <form
          key={from}
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            const said = new FormData(event.currentTarget).get('what')
            if (typeof said === 'string') look(said)
          }}
        >
          <TextField
            name="what"
            label={t(from === 'order' ? 'number' : 'code')}
            minLength={2}
            maxLength={60}
            data-search
            defaultValue={(from === 'order' ? number : code) ?? ''}
          />
          <Button type="submit">{t('look')}</Button>
        </form>
        {from === 'lot' && (
          <Button kind="secondary" icon={<ScanLine size={16} aria-hidden />} onClick={() => setScanning(true)}>
            {t('scan')}
          </Button>
        )}
        <div className="ml-auto">
          <EventSheet />
        </div>
      </div>
      <Suspense fallback={<Loading />}>
        {lotId ? (
          <LotTrace key={lotId} lotId={lotId} />
        ) : code ? (
          <LotsFound code={code} />
        ) : number ? (
          <OrderTrace key={number} number={number} />
        ) : (
          <EmptyState icon={<ScanLine size={28} />} title={t('start')} text={t('startText')} />
        )}
      </Suspense>
      <Sheet open={scanning} title={t('scan')} onOpenChange={setScanning}>
        <Suspense fallback={<Loading />}>
          <Scanner
            label={t('code')}
            onCode={(text) => {
              setScanning(false)
              look(lotIn(text))
            }}
          />
        </Suspense>
      </Sheet>
    </Shell>
  )
}
