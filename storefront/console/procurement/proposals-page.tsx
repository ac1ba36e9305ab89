import { PackageCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { setSearch } from '../../address/use-address'
import type { OrderRow } from '../../api/procurement'
import { Button } from '../../ui/button'
import { EmptyState, ErrorState, Loading } from '../../ui/states'
import { SearchFilter, SiteFilter, SupplierFilter, useFilter } from './filters'
import { OrderPanel } from './order-panel'
import { OrderTable } from './order-table'
import { Shell } from './shell'
import { Unplanned } from './unplanned'
import { useActs } from './use-acts'
import { useOrders, useOverview } from './use-procurement'
import { useRowKeys } from './use-row-keys'

const NONE: ReadonlySet<string> = new Set()

/** What the plans propose, to decide one by one or many at once. */
export default function ProposalsPage() {
  const { t } = useTranslation('console')
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
  const meant = (rowText: string) =>
    chosen.length > 0 ? chosen : rows.filter(({ number }) => rowText.includes(number))
  useRowKeys({
    a: (rowText) => void decide(acts.approve, meant(rowText)),
    r: (rowText) => void decide(acts.reject, meant(rowText)),
  })

  return (
    <Shell>
      <div className="mb-3 flex flex-wrap items-end gap-2">
        <SearchFilter placeholder={t('procurement.filter.searchOrders')} />
        <SiteFilter overview={overview.data} />
        <SupplierFilter overview={overview.data} />
        <div className="ml-auto flex min-h-target items-center gap-2" aria-live="polite">
          {chosen.length > 0 && (
            <>
              <span>{t('procurement.bulk.selected', { count: chosen.length })}</span>
              <Button kind="danger" onClick={() => void decide(acts.reject, chosen)}>
                {t('procurement.bulk.reject', { count: chosen.length })}
              </Button>
              <Button onClick={() => void decide(acts.approve, chosen)}>
                {t('procurement.bulk.approve', { count: chosen.length })}
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
            caption={t('procurement.tabs.proposals')}
            rows={rows}
            selected={selected}
            onSelect={setSelected}
            onOpen={({ id }) => setSearch({ order: id })}
            empty={
              <EmptyState
                icon={<PackageCheck size={28} />}
                title={t('procurement.empty.proposals')}
                text={t('procurement.empty.proposalsText')}
              />
            }
          />
          {rows.length > 0 && <p className="mt-2 text-caption text-ink-2">{t('procurement.keys')}</p>}
        </>
      )}
      <Unplanned overview={overview.data} />
      <OrderPanel />
    </Shell>
  )
}
