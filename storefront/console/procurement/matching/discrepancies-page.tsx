import { Scale } from 'lucide-react'
import { useMemo, useState } from 'react'
import { type Discrepancy, listDiscrepancies } from '../../../api/procurement-matching'
import { dateIn, day } from '../../../i18n/format'
import { inLocale } from '../../../i18n/locale'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { DataTable } from '../../../ui/data-table'
import { Loaded } from '../../../ui/loaded'
import { EmptyState } from '../../../ui/states'
import type { Column } from '../../../ui/table'
import { Tag } from '../../../ui/tag'
import { ChoiceFilter, useFilter } from '../filters'
import { Shell } from '../shell'
import { useAmounts } from '../use-amounts'
import { useList, useOverview } from '../use-procurement'
import { useSort } from '../use-sort'
import { MatchingPages } from './matching-pages'
import { ResolveSheet } from './resolve-sheet'
import { useSides } from './use-sides'

const CLOSED = ['accepted', 'credited', 'written_off'] as const

/** Order, receipt and invoice where they do not agree, the largest amount first: each is decided here. */
export default function DiscrepanciesPage() {
  const { t } = useTranslation('procurement-matching')
  const { t: buying } = useTranslation('procurement')
  const asksFor = useFilter('status')
  const status = CLOSED.find((each) => each === asksFor) ?? 'open'
  const asked = useList(['discrepancies', status], (signal) => listDiscrepancies({ query: { status } }, { signal }))
  const columns = useColumns()
  const sort = useSort()
  const [opened, setOpened] = useState<Discrepancy>()
  return (
    <Shell>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <ChoiceFilter
          name="status"
          label={buying('filter.status')}
          all={t('status.open')}
          options={CLOSED.map((value) => ({ value, label: t(`status.${value}`) }))}
        />
        <MatchingPages />
      </div>
      <Loaded of={asked}>
        {({ discrepancies }) => (
          <DataTable
            caption={t('pages.discrepancies')}
            columns={columns}
            rows={discrepancies}
            rowKey={({ id }) => id}
            onOpen={setOpened}
            exportAs={t('pages.discrepancies')}
            {...sort}
            empty={<EmptyState icon={<Scale size={28} />} title={t('none')} text={t('noneText')} />}
          />
        )}
      </Loaded>
      {opened && <ResolveSheet discrepancy={opened} onClose={() => setOpened(undefined)} />}
    </Shell>
  )
}

function useColumns(): readonly Column<Discrepancy>[] {
  const { t } = useTranslation('procurement-matching')
  const { t: buying } = useTranslation('procurement')
  const { locale } = useLocale()
  const { yuan } = useAmounts()
  const sides = useSides()
  const zone = useOverview().data?.sites[0]?.zone ?? 'UTC'
  return useMemo(
    () => [
      {
        key: 'kind',
        header: t('what'),
        cell: (row) => <Tag kind={row.status === 'open' ? 'warn' : 'neutral'}>{t(`kind.${row.kind}`)}</Tag>,
        sort: (row) => t(`kind.${row.kind}`),
      },
      {
        key: 'ingredient',
        header: buying('columns.ingredient'),
        cell: (row) => inLocale(row.ingredient, locale),
        sort: (row) => inLocale(row.ingredient, locale),
      },
      {
        key: 'supplier',
        header: buying('columns.supplier'),
        cell: (row) => (row.supplier ? inLocale(row.supplier, locale) : inLocale(row.site, locale)),
        sort: (row) => (row.supplier ? inLocale(row.supplier, locale) : ''),
        wide: true,
      },
      {
        key: 'papers',
        header: t('papers'),
        cell: (row) => [row.orderNumber, row.invoiceNumber].filter(Boolean).join(' · '),
        value: (row) => [row.orderNumber, row.invoiceNumber].filter(Boolean).join(' · '),
        wide: true,
      },
      {
        key: 'expected',
        header: t('expected'),
        cell: (row) => sides(row).expected,
        value: (row) => sides(row).expected,
        align: 'end',
        wide: true,
      },
      {
        key: 'found',
        header: t('found'),
        cell: (row) => sides(row).found,
        value: (row) => sides(row).found,
        align: 'end',
        wide: true,
      },
      {
        key: 'amount',
        header: buying('columns.amount'),
        cell: (row) => <span className="font-semibold">{yuan(row.amountMinor)}</span>,
        sort: (row) => row.amountMinor,
        value: (row) => row.amountMinor / 100,
        align: 'end',
      },
      {
        key: 'at',
        header: buying('columns.at'),
        cell: (row) => day(dateIn(row.at, zone), locale),
        sort: (row) => row.at,
        value: (row) => dateIn(row.at, zone),
        wide: true,
      },
    ],
    [t, buying, locale, yuan, sides, zone],
  )
}
