import { ArrowLeftRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { listTransfers, type Transfer } from '../../../api/procurement-stock'
import { dateIn, day } from '../../../i18n/format'
import { inLocale } from '../../../i18n/locale'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Button } from '../../../ui/button'
import { DataTable } from '../../../ui/data-table'
import { Loaded } from '../../../ui/loaded'
import { EmptyState } from '../../../ui/states'
import type { Column } from '../../../ui/table'
import { Tag } from '../../../ui/tag'
import { Shell } from '../shell'
import { useList, useOverview } from '../use-procurement'
import { useSort } from '../use-sort'
import { NewTransfer } from './new-transfer'
import { StockPages } from './stock-pages'
import { TransferSheet } from './transfer-sheet'

/** What goes from site to site: what is under way is received here. */
export default function TransfersPage() {
  const { t } = useTranslation('procurement-stock')
  const asked = useList(['transfers'], (signal) => listTransfers({}, { signal }))
  const columns = useColumns()
  const sort = useSort()
  const [making, setMaking] = useState(false)
  const [opened, setOpened] = useState<Transfer>()
  return (
    <Shell>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <Button icon={<ArrowLeftRight size={16} aria-hidden />} onClick={() => setMaking(true)}>
          {t('transfer.new')}
        </Button>
        <StockPages />
      </div>
      <Loaded of={asked}>
        {({ transfers }) => (
          <DataTable
            caption={t('pages.transfers')}
            columns={columns}
            rows={transfers}
            rowKey={({ number }) => number}
            onOpen={setOpened}
            exportAs={t('pages.transfers')}
            {...sort}
            empty={
              <EmptyState
                icon={<ArrowLeftRight size={28} />}
                title={t('transfer.none')}
                text={t('transfer.noneText')}
              />
            }
          />
        )}
      </Loaded>
      {making && <NewTransfer onClose={() => setMaking(false)} />}
      {opened && <TransferSheet transfer={opened} onClose={() => setOpened(undefined)} />}
    </Shell>
  )
}

function useColumns(): readonly Column<Transfer>[] {
  const { t } = useTranslation('procurement-stock')
  const { t: buying } = useTranslation('procurement')
  const { locale } = useLocale()
  const zone = useOverview().data?.sites[0]?.zone ?? 'UTC'
  return useMemo(
    () => [
      {
        key: 'number',
        header: buying('columns.number'),
        cell: (row) => row.number,
        sort: (row) => row.number,
        wide: true,
      },
      {
        key: 'from',
        header: t('transfer.from'),
        cell: (row) => inLocale(row.from, locale),
        sort: (row) => inLocale(row.from, locale),
      },
      {
        key: 'to',
        header: t('transfer.to'),
        cell: (row) => inLocale(row.to, locale),
        sort: (row) => inLocale(row.to, locale),
      },
      {
        key: 'sent',
        header: t('transfer.sent'),
        cell: (row) => day(dateIn(row.sentAt, zone), locale),
        sort: (row) => row.sentAt,
        value: (row) => dateIn(row.sentAt, zone),
        wide: true,
      },
      {
        key: 'status',
        header: buying('columns.status'),
        cell: (row) => (
          <Tag kind={row.status === 'received' ? 'neutral' : 'info'}>{t(`transfer.status.${row.status}`)}</Tag>
        ),
        value: (row) => t(`transfer.status.${row.status}`),
      },
      {
        key: 'lines',
        header: buying('columns.lines'),
        cell: (row) => row.lines.length,
        value: (row) => row.lines.length,
        align: 'end',
      },
    ],
    [t, buying, locale, zone],
  )
}
