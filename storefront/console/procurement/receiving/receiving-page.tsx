import { Truck } from 'lucide-react'
import { useTranslation } from '../../../i18n/use-translation'
import { go } from '../../../address/use-address'
import { day } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { EmptyState, ErrorState, Loading } from '../../../ui/states'
import { Chip, SearchFilter, SiteFilter, SupplierFilter, useFilter } from '../filters'
import { OrderTable } from '../orders/order-table'
import { Shell } from '../shell'
import { useOrders, useOverview } from '../use-procurement'

/** What is on its way, to be received. */
export default function ReceivingPage() {
  const { t } = useTranslation('procurement')
  const { locale } = useLocale()
  const [siteId, supplierId, search] = [useFilter('siteId'), useFilter('supplierId'), useFilter('search')]
  const deliverOn = useFilter('deliverOn')
  const overdue = useFilter('overdue') !== undefined
  const overview = useOverview()
  const deliverBefore = overdue ? overview.data?.today : undefined
  const status = 'sent,confirmed,short,part_received'
  const { data, error, refetch } = useOrders({ status, siteId, supplierId, search, deliverOn, deliverBefore })
  return (
    <Shell>
      <div className="mb-3 flex flex-wrap items-end gap-2">
        <SearchFilter placeholder={t('filter.searchOrders')} />
        <SiteFilter overview={overview.data} />
        <SupplierFilter overview={overview.data} />
        {deliverOn && <Chip name="deliverOn" label={t('filter.deliverOn', { day: day(deliverOn, locale) })} />}
        {overdue && <Chip name="overdue" label={t('filter.overdue')} />}
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <OrderTable
          caption={t('tabs.receiving')}
          rows={data.orders}
          onOpen={({ id }) => go(`/console/procurement/receiving/${id}`)}
          empty={<EmptyState icon={<Truck size={28} />} title={t('empty.receiving')} text={t('empty.receivingText')} />}
        />
      )}
    </Shell>
  )
}
