import { Receipt } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import type { DayOrder } from '../../api/operator'
import { count, dateIn, day as dayName, money, time } from '../../i18n/format'
import { inLocale } from '../../i18n/locale'
import { useLocale } from '../../i18n/use-locale'
import { DataTable } from '../../ui/data-table'
import { EmptyState, ErrorState, Loading } from '../../ui/states'
import type { Column } from '../../ui/table'
import { Tag } from '../../ui/tag'
import { DaySwitch } from './day-switch'
import { Freshness } from './freshness'
import { fitting } from './fitting'
import { OrderFilters, useOrderFilter } from './order-filters'
import { useDate } from './use-date'
import { useDay, useDayOrders } from './use-operator'

/** The server lists no more than so many. */
const MOST = 500

const KINDS = {
  awaiting_payment: 'warn',
  placed: 'brand',
  cooking: 'brand',
  ready: 'brand',
  on_the_way: 'info',
  delivered: 'neutral',
  failed: 'danger',
  cancelled: 'neutral',
} as const

/** The orders of a service day: where they go and how far they are, without anybody's name. */
export default function DayOrdersPage() {
  const { t } = useTranslation('console')
  const { locale } = useLocale()
  const day = useDay(useDate())
  const { data, error, refetch, dataUpdatedAt } = useDayOrders(day.data?.date)
  const { status, period, search } = useOrderFilter()
  const columns = useColumns()
  const rows = useMemo(() => fitting(data?.orders ?? [], { status, period, search }), [data, status, period, search])
  const problem = error ?? day.error
  const retry = () => void Promise.all([day.refetch(), refetch()])
  return (
    <>
      <header className="mb-4 flex flex-wrap items-center gap-3">
        <h1 className="text-title font-semibold">{t('operator.orders.title')}</h1>
        {day.data && <DaySwitch date={day.data.date} today={day.data.today} />}
        <span className="flex flex-1 justify-end">
          {data && <Freshness at={dataUpdatedAt} failing={problem !== null} />}
        </span>
      </header>
      <OrderFilters />
      {problem && !data && <ErrorState error={problem} onRetry={retry} />}
      {!data && !problem && <Loading />}
      {data && (
        <>
          <p className="mb-2 text-ink-2" aria-live="polite">
            {t('operator.orders.shown', { shown: count(rows.length, locale), all: count(data.orders.length, locale) })}
            {data.orders.length >= MOST && ` ${t('operator.orders.newest', { count: MOST })}`}
          </p>
          <DataTable
            caption={t('operator.orders.title')}
            columns={columns}
            rows={rows}
            rowKey={({ groupId }) => groupId}
            empty={
              <EmptyState
                icon={<Receipt size={28} />}
                title={t('operator.orders.none')}
                text={t(data.orders.length > 0 ? 'operator.orders.noneFits' : 'operator.orders.noneText')}
              />
            }
          />
        </>
      )}
    </>
  )
}

function useColumns(): readonly Column<DayOrder>[] {
  const { t } = useTranslation('console')
  const { locale } = useLocale()
  return useMemo(
    () => [
      {
        key: 'number',
        header: t('operator.orders.number'),
        cell: (row) => <span className="figures font-medium">{row.number}</span>,
        sort: (row) => row.number,
      },
      {
        key: 'status',
        header: t('operator.orders.status'),
        cell: (row) => <Tag kind={KINDS[row.status]}>{t(`operator.status.${row.status}`)}</Tag>,
        sort: (row) => row.status,
      },
      {
        key: 'place',
        header: t('operator.orders.place'),
        cell: (row) => (
          <span className="whitespace-nowrap">
            {inLocale(row.community, locale)} <span className="text-ink-2">{inLocale(row.building, locale)}</span>
          </span>
        ),
        sort: (row) => inLocale(row.community, locale),
      },
      {
        key: 'site',
        header: t('operator.kitchens.site'),
        cell: (row) => <span className="whitespace-nowrap">{inLocale(row.site, locale)}</span>,
        sort: (row) => inLocale(row.site, locale),
      },
      { key: 'period', header: t('operator.kitchens.meal'), cell: (row) => t(`ui:period.${row.period}`) },
      {
        key: 'at',
        header: t('operator.orders.at'),
        cell: (row) => (
          <span className="figures whitespace-nowrap">
            {dayName(dateIn(row.receivedAt, row.zone), locale)} {time(row.receivedAt, row.zone)}
          </span>
        ),
        sort: (row) => row.receivedAt,
      },
      {
        key: 'boxes',
        header: t('operator.cards.boxes'),
        cell: (row) => count(row.boxes, locale),
        sort: (row) => row.boxes,
        align: 'end',
      },
      {
        key: 'total',
        header: t('operator.orders.total'),
        cell: (row) => money(row.totalMinor, row.currency, locale),
        sort: (row) => row.totalMinor,
        align: 'end',
      },
    ],
    [t, locale],
  )
}
