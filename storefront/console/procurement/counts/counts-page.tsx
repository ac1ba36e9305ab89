import { ClipboardCheck } from 'lucide-react'
import { useMemo, useState } from 'react'
import { go } from '../../../address/use-address'
import { type CountRow, listCounts } from '../../../api/procurement-counts'
import { dateIn, day } from '../../../i18n/format'
import { inLocale } from '../../../i18n/locale'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { DataTable } from '../../../ui/data-table'
import { Loaded } from '../../../ui/loaded'
import { EmptyState } from '../../../ui/states'
import type { Column } from '../../../ui/table'
import { SiteFilter, useFilter } from '../filters'
import { Shell } from '../shell'
import { useAmounts } from '../use-amounts'
import { useList, useOverview } from '../use-procurement'
import { useSort } from '../use-sort'
import { CountTag } from './count-tag'
import { OpenCount } from './open-count'

/** Count sheets: those to be filled in, and what came of the others. */
export default function CountsPage() {
  const { t } = useTranslation('procurement-counts')
  const siteId = useFilter('siteId')
  const overview = useOverview()
  const asked = useList(['counts', siteId], (signal) => listCounts({ query: { siteId } }, { signal }))
  const columns = useColumns()
  const sort = useSort()
  const [opening, setOpening] = useState(false)
  return (
    <Shell>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-2">
        <SiteFilter overview={overview.data} />
        <Button icon={<ClipboardCheck size={16} aria-hidden />} onClick={() => setOpening(true)}>
          {t('open.now')}
        </Button>
      </div>
      <Loaded of={asked}>
        {({ counts }) => (
          <DataTable
            caption={t('title')}
            columns={columns}
            rows={counts}
            rowKey={({ id }) => id}
            onOpen={({ id }) => go(`/console/procurement/counts/${id}`)}
            exportAs={t('title')}
            {...sort}
            empty={<EmptyState icon={<ClipboardCheck size={28} />} title={t('none')} text={t('noneText')} />}
          />
        )}
      </Loaded>
      {opening && overview.data && <OpenCount sites={overview.data.sites} onClose={() => setOpening(false)} />}
    </Shell>
  )
}

function useColumns(): readonly Column<CountRow>[] {
  const { t } = useTranslation('procurement-counts')
  const { t: buying } = useTranslation('procurement')
  const { locale } = useLocale()
  const { yuan } = useAmounts()
  const zone = useOverview().data?.sites[0]?.zone ?? 'UTC'
  return useMemo(
    () => [
      {
        key: 'at',
        header: t('openedAt'),
        cell: (row) => day(dateIn(row.openedAt, zone), locale),
        sort: (row) => row.openedAt,
        value: (row) => dateIn(row.openedAt, zone),
      },
      {
        key: 'site',
        header: buying('columns.site'),
        cell: (row) => inLocale(row.site, locale),
        sort: (row) => inLocale(row.site, locale),
      },
      {
        key: 'storage',
        header: buying('columns.storage'),
        cell: (row) => (row.storage ? buying(`storage.${row.storage}`) : t('everything')),
        value: (row) => (row.storage ? buying(`storage.${row.storage}`) : t('everything')),
        wide: true,
      },
      { key: 'by', header: t('openedBy'), cell: (row) => row.openedBy, sort: (row) => row.openedBy, wide: true },
      {
        key: 'status',
        header: buying('columns.status'),
        cell: (row) => <CountTag status={row.status} />,
        value: (row) => t(`status.${row.status}`),
      },
      {
        key: 'counted',
        header: t('counted'),
        cell: (row) => `${row.counted} / ${row.lines}`,
        value: (row) => row.counted,
        align: 'end',
      },
      {
        key: 'variance',
        header: t('variance'),
        cell: (row) => (row.varianceMinor === null ? '' : yuan(row.varianceMinor)),
        sort: (row) => row.varianceMinor ?? 0,
        value: (row) => (row.varianceMinor === null ? null : row.varianceMinor / 100),
        align: 'end',
      },
    ],
    [t, buying, locale, yuan, zone],
  )
}
