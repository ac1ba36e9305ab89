import { useMemo } from 'react'
import type { LotTrace } from '../../../api/procurement-tracing'
import { count, day } from '../../../i18n/format'
import { inLocale } from '../../../i18n/locale'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { DataTable } from '../../../ui/data-table'
import type { Column } from '../../../ui/table'

type Traced = LotTrace['orders'][number]

/** Residents' orders with a dish of such a batch, to take along. */
export function TracedOrders({ orders, all }: { readonly orders: readonly Traced[]; readonly all: number }) {
  const { t } = useTranslation('procurement-tracing')
  const { t: buying } = useTranslation('procurement')
  const { locale } = useLocale()
  const columns = useMemo(
    (): Column<Traced>[] => [
      { key: 'number', header: buying('columns.number'), cell: (row) => row.number, sort: (row) => row.number },
      {
        key: 'date',
        header: t('meal'),
        cell: (row) => `${day(row.serviceDate, locale)} ${t(`ui:period.${row.period}`)}`,
        sort: (row) => `${row.serviceDate} ${row.period}`,
      },
      {
        key: 'dish',
        header: t('dish'),
        cell: (row) => inLocale(row.dish, locale),
        sort: (row) => inLocale(row.dish, locale),
      },
      {
        key: 'portions',
        header: t('portions'),
        cell: (row) => row.portions,
        sort: (row) => row.portions,
        align: 'end',
      },
      {
        key: 'status',
        header: buying('columns.status'),
        cell: (row) => t(`status.${row.status}` as 'status.placed', { defaultValue: row.status }),
        sort: (row) => row.status,
        wide: true,
      },
    ],
    [t, buying, locale],
  )
  return (
    <section>
      <h2 className="mb-2 font-semibold">{t('totals.orders')}</h2>
      <DataTable
        caption={t('totals.orders')}
        columns={columns}
        rows={orders}
        rowKey={({ orderId, dishId }) => `${orderId} ${dishId}`}
        height="50dvh"
        exportAs={t('totals.orders')}
        empty={<p className="text-ink-2">{t('noOrders')}</p>}
      />
      {all > orders.length && (
        <p className="text-secondary text-ink-2">
          {t('shown', { shown: count(orders.length, locale), all: count(all, locale) })}
        </p>
      )}
    </section>
  )
}
