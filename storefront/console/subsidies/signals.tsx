import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { listSignals, type Signal } from '../../api/subsidies'
import { count, day } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Loaded } from '../../ui/loaded'
import { EmptyState } from '../../ui/states'
import { type Column, Table } from '../../ui/table'
import { ReviewSheet } from './review-sheet'

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
  const [looking, setLooking] = useState<Signal>()
  const columns = useMemo(
    (): Column<Signal>[] => [
      { key: 'day', header: t('day'), cell: ({ serviceDate }) => day(serviceDate, locale) },
      { key: 'kind', header: t('what'), cell: ({ kind }) => t(`signal.${kind}`) },
      { key: 'subject', header: t('who'), cell: ({ subject }) => subject },
      { key: 'sites', header: t('where'), cell: ({ sites }) => sites.map((site) => say(site)).join(', ') },
      { key: 'count', header: t('grants'), align: 'end', cell: (row) => count(row.count, locale) },
      {
        key: 'review',
        header: t('lookedAt'),
        cell: (row) => (
          <>
            {row.review && (
              <span className="block">
                {t(`outcome.${row.review.outcome}`)} · {row.review.by} {row.review.note}
              </span>
            )}
            <Button kind="quiet" size="small" onClick={() => setLooking(row)}>
              {t('lookAt')} <span className="sr-only">{row.subject}</span>
            </Button>
          </>
        ),
      },
    ],
    [t, say, locale],
  )
  return (
    <Loaded of={answer}>
      {({ signals }) => (
        <>
          <Table
            caption={t('view.signals')}
            columns={columns}
            rows={signals}
            rowKey={({ kind, subject, firstAt, lastAt }) => `${kind} ${subject} ${firstAt} ${lastAt}`}
            empty={<EmptyState title={t('noSignals')} text={t('noSignalsText')} />}
          />
          {looking && (
            <ReviewSheet
              operatorId={operatorId}
              signal={looking}
              onClose={() => setLooking(undefined)}
              onDone={() => void answer.refetch()}
            />
          )}
        </>
      )}
    </Loaded>
  )
}
