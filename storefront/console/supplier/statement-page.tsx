import { ReceiptText } from 'lucide-react'
import { useMemo } from 'react'
import { type Statement, showStatement } from '../../api/supplier-orders'
import { day } from '../../i18n/format'
import { inLocale } from '../../i18n/locale'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { DataTable } from '../../ui/data-table'
import { Loaded } from '../../ui/loaded'
import { EmptyState } from '../../ui/states'
import { type Column, Table } from '../../ui/table'
import { DayFilter, useFilter } from '../procurement/filters'
import { fullDate } from '../procurement/full-date'
import { useAmounts } from '../procurement/use-amounts'
import { useSort } from '../procurement/use-sort'
import { OwnPages } from './own-pages'
import { useOwn } from './use-own-orders'

type Line = Statement['lines'][number]
const SUMS = ['ordered', 'received', 'invoiced', 'payable'] as const

/** What was ordered, received, invoiced and is to be paid between two days. */
export default function OwnStatementPage() {
  const { t } = useTranslation('supplier')
  const { locale } = useLocale()
  const { yuan } = useAmounts()
  const query = { from: useFilter('from'), to: useFilter('to') }
  const asked = useOwn(['statement', query], (signal) => showStatement({ query }, { signal }))
  const columns = useColumns()
  const sort = useSort()
  return (
    <>
      <h1 className="mb-3 text-title font-semibold">{t('pages.statement')}</h1>
      <div className="mb-3 flex flex-wrap items-end gap-2">
        <DayFilter name="from" label={t('statement.from')} />
        <DayFilter name="to" label={t('statement.to')} />
        <div className="ml-auto">
          <OwnPages />
        </div>
      </div>
      <Loaded of={asked}>
        {({ from, to, lines, credits, totals }) => (
          <>
            <p className="mb-2 text-ink-2">
              {t('statement.span', { from: fullDate(from, locale), to: fullDate(to, locale) })}
            </p>
            <ul className="mb-3 grid grid-cols-2 gap-3 sm:grid-cols-5">
              {[...SUMS, 'credited' as const].map((sum) => (
                <li key={sum} className="rounded-card border border-line bg-surface px-4 py-3">
                  <span className="block text-secondary text-ink-2">{t(`statement.${sum}`)}</span>
                  <span className="figures text-title font-semibold">{yuan(totals[`${sum}Minor`])}</span>
                </li>
              ))}
            </ul>
            <DataTable
              caption={t('pages.statement')}
              columns={columns}
              rows={lines}
              rowKey={({ orderId }) => orderId}
              exportAs={t('pages.statement')}
              {...sort}
              empty={
                <EmptyState
                  icon={<ReceiptText size={28} />}
                  title={t('statement.none')}
                  text={t('statement.noneText')}
                />
              }
            />
            {credits.length > 0 && <CreditList credits={credits} />}
          </>
        )}
      </Loaded>
    </>
  )
}

function CreditList({ credits }: Pick<Statement, 'credits'>) {
  const { t } = useTranslation('supplier')
  const { locale } = useLocale()
  const { yuan } = useAmounts()
  return (
    <section className="mt-4">
      <h2 className="mb-2 font-semibold">{t('statement.credited')}</h2>
      <Table
        caption={t('statement.credited')}
        rows={credits}
        rowKey={({ at, reason }) => `${at} ${reason}`}
        columns={[
          { key: 'at', header: t('statement.at'), cell: (row) => day(row.at.slice(0, 10), locale) },
          { key: 'reason', header: t('statement.reason'), cell: (row) => row.reason },
          { key: 'number', header: t('statement.note'), cell: (row) => row.number ?? t('statement.owed') },
          { key: 'amount', header: t('statement.amount'), cell: (row) => yuan(row.amountMinor), align: 'end' },
        ]}
      />
    </section>
  )
}

function useColumns(): readonly Column<Line>[] {
  const { t } = useTranslation('supplier')
  const { t: buying } = useTranslation('procurement')
  const { locale } = useLocale()
  const { yuan } = useAmounts()
  return useMemo(
    () => [
      { key: 'number', header: buying('columns.number'), cell: (row) => row.number, sort: (row) => row.number },
      {
        key: 'buyer',
        header: t('buyer'),
        cell: (row) => inLocale(row.buyer, locale),
        sort: (row) => inLocale(row.buyer, locale),
        wide: true,
      },
      {
        key: 'deliverOn',
        header: buying('columns.deliverOn'),
        cell: (row) => day(row.deliverOn, locale),
        sort: (row) => row.deliverOn,
      },
      ...SUMS.map(
        (sum): Column<Line> => ({
          key: sum,
          header: t(`statement.${sum}`),
          cell: (row) => yuan(row[`${sum}Minor`]),
          sort: (row) => row[`${sum}Minor`],
          value: (row) => row[`${sum}Minor`] / 100,
          align: 'end',
          ...(sum === 'payable' ? {} : { wide: true }),
        }),
      ),
    ],
    [t, buying, locale, yuan],
  )
}
