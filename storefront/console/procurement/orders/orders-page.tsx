import { ClipboardList } from 'lucide-react'
import { useTranslation } from '../../../i18n/use-translation'
import { setSearch } from '../../../address/use-address'
import type { OrderStatus } from '../../../api/procurement'
import { EmptyState, ErrorState, Loading } from '../../../ui/states'
import { ChoiceFilter, SearchFilter, SiteFilter, SupplierFilter, useFilter } from '../filters'
import { OpenOrder } from './open-order'
import { OrderTable } from './order-table'
import { Shell } from '../shell'
import { useOrders, useOverview } from '../use-procurement'

const STATUSES: readonly OrderStatus[] = [
  'approved',
  'sent',
  'confirmed',
  'short',
  'part_received',
  'closed',
  'cancelled',
]

/** Every order that was decided, to find and follow. */
export default function OrdersPage() {
  const { t } = useTranslation('procurement')
  const [siteId, supplierId, search] = [useFilter('siteId'), useFilter('supplierId'), useFilter('search')]
  const status = useFilter('status') ?? STATUSES.join(',')
  const overview = useOverview()
  const { data, error, refetch } = useOrders({ status, siteId, supplierId, search })
  return (
    <Shell>
      <div className="mb-3 flex flex-wrap items-end gap-2">
        <SearchFilter placeholder={t('filter.searchOrders')} />
        <ChoiceFilter
          name="status"
          label={t('filter.status')}
          all={t('filter.allStatuses')}
          options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        />
        <SiteFilter overview={overview.data} />
        <SupplierFilter overview={overview.data} />
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <OrderTable
          caption={t('tabs.orders')}
          rows={data.orders}
          onOpen={({ id }) => setSearch({ order: id })}
          empty={
            <EmptyState icon={<ClipboardList size={28} />} title={t('empty.orders')} text={t('empty.ordersText')} />
          }
        />
      )}
      <OpenOrder />
    </Shell>
  )
}
