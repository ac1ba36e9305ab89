import { Boxes } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { setSearch } from '../../../address/use-address'
import { useTranslation } from '../../../i18n/use-translation'
import { Checkbox } from '../../../ui/choice'
import { DataTable } from '../../../ui/data-table'
import { Loaded } from '../../../ui/loaded'
import { EmptyState } from '../../../ui/states'
import { SearchFilter, SiteFilter, useFilter } from '../filters'
import { Shell } from '../shell'
import { useLots, useOverview } from '../use-procurement'
import { useSort } from '../use-sort'
import { heatOf, SOON_DAYS } from './heat'
import { HeatBar } from './heat-bar'
import { Shortages } from './shortages'
import { StockPages } from './stock-pages'
import { useLotColumns } from './use-lot-columns'

const LotPanel = lazy(() => import('./lot-panel'))

/** What lies on the shelves, lot by lot, in the order in which it is used. */
export default function StockPage() {
  const { t } = useTranslation('procurement')
  const [siteId, search, heat, lotId] = [useFilter('siteId'), useFilter('search'), useFilter('heat'), useFilter('lot')]
  const expiring = useFilter('expiring') !== undefined
  const overview = useOverview()
  const lots = useLots({ siteId, search })
  const columns = useLotColumns()
  const sort = useSort()
  return (
    <Shell>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SearchFilter placeholder={t('filter.searchStock')} />
        <SiteFilter overview={overview.data} />
        <Checkbox
          label={t('filter.expiring')}
          checked={expiring}
          onChange={() => setSearch({ expiring: expiring ? null : '1' })}
        />
        <div className="ml-auto">
          <StockPages />
        </div>
      </div>
      <Loaded of={lots}>
        {({ lots: all }) => {
          const close = expiring ? all.filter(({ daysLeft }) => daysLeft <= SOON_DAYS) : all
          return (
            <>
              {all.length > 0 && <HeatBar lots={all} />}
              <DataTable
                caption={t('tabs.stock')}
                columns={columns}
                rows={heat ? close.filter(({ daysLeft }) => heatOf(daysLeft) === heat) : close}
                rowKey={({ id }) => id}
                onOpen={({ id }) => setSearch({ lot: id })}
                exportAs={t('tabs.stock')}
                {...sort}
                empty={<EmptyState icon={<Boxes size={28} />} title={t('empty.stock')} text={t('empty.stockText')} />}
              />
            </>
          )
        }}
      </Loaded>
      <Shortages />
      {lotId && (
        <Suspense fallback={null}>
          <LotPanel key={lotId} lotId={lotId} />
        </Suspense>
      )}
    </Shell>
  )
}
