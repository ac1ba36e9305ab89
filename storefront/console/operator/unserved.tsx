import { useTranslation } from '../../i18n/use-translation'
import type { Day } from '../../api/operator'
import { count } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Table } from '../../ui/table'
import { Nothing, Section } from './section'

/** Stops no run could take, and why. */
export function Unserved({ day }: { readonly day: Day }) {
  const { t } = useTranslation('console')
  const { locale, say } = useLocale()
  return (
    <Section id="unserved" title={t('operator.unserved.title')}>
      <Table
        caption={t('operator.unserved.title')}
        rows={day.unserved}
        rowKey={({ stopId }) => stopId}
        empty={<Nothing>{t('operator.unserved.none')}</Nothing>}
        columns={[
          { key: 'name', header: t('operator.unserved.stop'), cell: (row) => `${say(row.community)} ${say(row.name)}` },
          {
            key: 'boxes',
            header: t('operator.cards.boxes'),
            cell: (row) => count(row.boxes, locale),
            align: 'end',
          },
          {
            key: 'reason',
            header: t('operator.unserved.reason'),
            cell: (row) => t(`operator.unserved.${row.reason}`),
          },
        ]}
      />
    </Section>
  )
}
