import { useTranslation } from '../../../i18n/use-translation'
import { dateIn, day } from '../../../i18n/format'
import { useLocale } from '../../../i18n/use-locale'
import { Table } from '../../../ui/table'
import { useAmounts } from '../use-amounts'
import { useOverview, useShortages } from '../use-procurement'

/** What batches took that no lot covered; nothing when there is none. */
export function Shortages() {
  const { t } = useTranslation('procurement')
  const { locale, say } = useLocale()
  const { quantity } = useAmounts()
  const zone = useOverview().data?.sites[0]?.zone ?? 'UTC'
  const rows = useShortages().data?.shortages ?? []
  if (rows.length === 0) return null
  return (
    <section id="shortages" className="mt-5">
      <h2 className="font-semibold">{t('expiry.shortages')}</h2>
      <p className="mb-2 text-ink-2">{t('expiry.shortagesText')}</p>
      <Table
        caption={t('expiry.shortages')}
        rows={rows}
        rowKey={(row) => `${row.batchId} ${row.ingredient.en}`}
        columns={[
          { key: 'at', header: t('columns.received'), cell: (row) => day(dateIn(row.at, zone), locale) },
          { key: 'site', header: t('columns.site'), cell: (row) => say(row.site) },
          { key: 'ingredient', header: t('columns.ingredient'), cell: (row) => say(row.ingredient) },
          {
            key: 'left',
            header: t('columns.missing'),
            cell: (row) => quantity(row.quantity, row.unit),
            align: 'end',
          },
        ]}
      />
    </section>
  )
}
