import { Boxes } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from '../../../i18n/use-translation'
import { setSearch } from '../../../address/use-address'
import type { Lot } from '../../../api/procurement'
import { inLocale } from '../../../i18n/locale'
import { useLocale } from '../../../i18n/use-locale'
import { Checkbox } from '../../../ui/choice'
import { DataTable } from '../../../ui/data-table'
import { EmptyState, ErrorState, Loading } from '../../../ui/states'
import type { Column } from '../../../ui/table'
import { ExpiryTag } from './expiry-tag'
import { SearchFilter, SiteFilter, useFilter } from '../filters'
import { fullDate } from '../full-date'
import { Shell } from '../shell'
import { Shortages } from './shortages'
import { useAmounts } from '../use-amounts'
import { useLots, useOverview } from '../use-procurement'

/** Lots this close to their expiry are counted on the card. */
const EXPIRY_DAYS = 2

const later = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** What lies on the shelves, lot by lot, in the order in which it is used. */
export default function StockPage() {
  const { t } = useTranslation('procurement')
  const [siteId, search] = [useFilter('siteId'), useFilter('search')]
  const expiring = useFilter('expiring') !== undefined
  const overview = useOverview()
  const today = overview.data?.today
  const expiresBy = expiring && today ? later(today, EXPIRY_DAYS) : undefined
  const { data, error, refetch } = useLots({ siteId, search, expiresBy })
  const columns = useColumns()
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
      </div>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <DataTable
          caption={t('tabs.stock')}
          columns={columns}
          rows={data.lots}
          rowKey={({ id }) => id}
          empty={<EmptyState icon={<Boxes size={28} />} title={t('empty.stock')} text={t('empty.stockText')} />}
        />
      )}
      <Shortages />
    </Shell>
  )
}

function useColumns(): readonly Column<Lot>[] {
  const { t } = useTranslation('procurement')
  const { locale } = useLocale()
  const { quantity, yuan } = useAmounts()
  return useMemo(
    () => [
      {
        key: 'ingredient',
        header: t('columns.ingredient'),
        cell: (lot) => inLocale(lot.ingredient, locale),
        sort: (lot) => inLocale(lot.ingredient, locale),
      },
      {
        key: 'site',
        header: t('columns.site'),
        cell: (lot) => inLocale(lot.site, locale),
        sort: (lot) => inLocale(lot.site, locale),
      },
      { key: 'lot', header: t('columns.lot'), cell: (lot) => lot.code, sort: (lot) => lot.code },
      {
        key: 'expires',
        header: t('columns.expires'),
        cell: (lot) => (
          <span className="flex items-center gap-2 whitespace-nowrap">
            {fullDate(lot.expiresOn, locale)} <ExpiryTag daysLeft={lot.daysLeft} />
          </span>
        ),
        sort: (lot) => lot.expiresOn,
      },
      {
        key: 'left',
        header: t('columns.left'),
        cell: (lot) => (
          <>
            <span className="font-semibold">{quantity(lot.quantity, lot.unit)}</span>{' '}
            <span className="text-secondary text-ink-2">
              {t('stock.of', { quantity: quantity(lot.receivedQuantity, lot.unit) })}
            </span>
          </>
        ),
        sort: (lot) => lot.quantity,
        align: 'end',
      },
      {
        key: 'cost',
        header: t('columns.cost'),
        cell: (lot) => yuan(Math.round((lot.quantity * lot.costPerThousand) / 1_000)),
        sort: (lot) => lot.quantity * lot.costPerThousand,
        align: 'end',
      },
      {
        key: 'supplier',
        header: t('columns.supplier'),
        cell: (lot) => (lot.supplier ? inLocale(lot.supplier, locale) : ''),
      },
    ],
    [t, locale, quantity, yuan],
  )
}
