import { PackageCheck } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from '../../../i18n/use-translation'
import { setSearch } from '../../../address/use-address'
import type { OrderRow } from '../../../api/procurement'
import { Button } from '../../../ui/button'
import { EmptyState, ErrorState, Loading } from '../../../ui/states'
import { SearchFilter, SiteFilter, SupplierFilter, useFilter } from '../filters'
import { OpenOrder } from '../orders/open-order'
import { OrderTable } from '../orders/order-table'
import { Shell } from '../shell'
import { Figures } from '../figures'
import { PlanNow } from './plan-now'
import { Unplanned } from './unplanned'
import { useActs } from '../orders/use-acts'
import { useOrders, useOverview } from '../use-procurement'

const KeyHelp = lazy(() => import('./key-help'))

const NONE: ReadonlySet<string> = new Set()

/** What the plans propose, to decide one by one or many at once. */
export default function ProposalsPage() {
  const { t } = useTranslation('procurement')
  const [siteId, supplierId, search] = [useFilter('siteId'), useFilter('supplierId'), useFilter('search')]
  const overview = useOverview()
  const { data, error, refetch } = useOrders({ status: 'proposed', siteId, supplierId, search })
  const [selected, setSelected] = useState(NONE)
  const acts = useActs()
  const rows = data?.orders ?? []
  const chosen = rows.filter(({ number }) => selected.has(number))

  const decide = async (act: (orders: readonly OrderRow[]) => Promise<void>, orders: readonly OrderRow[]) => {
    if (orders.length === 0) return
    setSelected(NONE)
    await act(orders)
  }
  /** Keys act on what is selected, else on the row that has the focus. */
  const meant = (row: OrderRow) => (chosen.length > 0 ? chosen : [row])
  const keys = {
    a: (row: OrderRow) => void decide(acts.approve, meant(row)),
    r: (row: OrderRow) => void decide(acts.reject, meant(row)),
  }

  return (
    <Shell aside={overview.data && <PlanNow sites={overview.data.sites} />}>
      <div className="mb-4">
        <Figures overview={overview.data} />
      </div>
      <div className="mb-3 flex flex-wrap items-end gap-2">
        <SearchFilter placeholder={t('filter.searchOrders')} />
        <SiteFilter overview={overview.data} />
        <SupplierFilter overview={overview.data} />
        <div className="ml-auto flex min-h-target items-center gap-2" aria-live="polite">
          {chosen.length > 0 && (
            <>
              <span>{t('bulk.selected', { count: chosen.length })}</span>
              <Button kind="danger" onClick={() => void decide(acts.reject, chosen)}>
                {t('bulk.reject', { count: chosen.length })}
              </Button>
              <Button onClick={() => void decide(acts.approve, chosen)}>
                {t('bulk.approve', { count: chosen.length })}
              </Button>
            </>
          )}
        </div>
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <OrderTable
            caption={t('tabs.proposals')}
            rows={rows}
            selected={selected}
            onSelect={setSelected}
            keys={keys}
            onOpen={({ id }) => setSearch({ order: id })}
            empty={
              <EmptyState
                icon={<PackageCheck size={28} />}
                title={t('empty.proposals')}
                text={t('empty.proposalsText')}
              />
            }
          />
          <Suspense fallback={null}>
            <KeyHelp />
          </Suspense>
        </>
      )}
      <Unplanned overview={overview.data} />
      <OpenOrder />
    </Shell>
  )
}
