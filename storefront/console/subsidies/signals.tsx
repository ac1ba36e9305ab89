import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { listSignals, type Signal } from '../../api/subsidies'
import { count, day } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Loaded } from '../../ui/loaded'
import { EmptyState } from '../../ui/states'
import { type Column, Table } from '../../ui/table'

/** Two claims' time: what was odd longer ago was decided with them. */
const DAYS_BACK = 62

/** Grants that look odd, to be asked about; none of it is a proof. */
export function Signals({ operatorId, today }: { readonly operatorId: string; readonly today: string }) {
  const { t } = useTranslation('subsidies')
  const { locale, say } = useLocale()
  const from = new Date(Date.parse(`${today}T00:00:00Z`) - DAYS_BACK * 86_400_000).toISOString().slice(0, 10)
  const answer = useQuery({
    queryKey: ['signals', operatorId, today],
    queryFn: ({ signal }) => listSignals({ params: { operatorId }, query: { from, to: today } }, { signal }),
  })
  const columns = useMemo(
    (): Column<Signal>[] => [
      { key: 'day', header: t('day'), cell: ({ serviceDate }) => day(serviceDate, locale) },
      { key: 'kind', header: t('what'), cell: ({ kind }) => t(`signal.${kind}`) },
      { key: 'subject', header: t('who'), cell: ({ subject }) => subject },
      { key: 'sites', header: t('where'), cell: ({ sites }) => sites.map((site) => say(site)).join(', ') },
      { key: 'count', header: t('grants'), align: 'end', cell: (row) => count(row.count, locale) },
    ],
    [t, say, locale],
  )
  return (
    <Loaded of={answer}>
      {({ signals }) => (
        <Table
          caption={t('view.signals')}
          columns={columns}
          rows={signals}
          rowKey={({ kind, subject, firstAt, lastAt }) => `${kind} ${subject} ${firstAt} ${lastAt}`}
          empty={<EmptyState title={t('noSignals')} text={t('noSignalsText')} />}
        />
      )}
    </Loaded>
  )
}
