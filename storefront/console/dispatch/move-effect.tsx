import { ArrowRight, ClockAlert, TriangleAlert } from 'lucide-react'
import type { Affected, MovePreview, Plan } from '../../api/dispatch'
import { count, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Table } from '../../ui/table'
import { Tag } from '../../ui/tag'
import { isMoved, type RunOnBoard, shiftOf } from './board'

/** What a move would do: warnings, the way of both runs, and the time of every stop it touches. */
export function MoveEffect({
  preview,
  plan,
  runs,
}: {
  readonly preview: MovePreview
  readonly plan: Plan
  readonly runs: readonly RunOnBoard[]
}) {
  const { t } = useTranslation('dispatch')
  const { locale, say } = useLocale()
  const numberOf = (runId: string | null) => runs.find(({ id }) => id === runId)?.number
  const communityOf = (stopId: string) => {
    const stop = runs.flatMap(({ stopList }) => stopList).find(({ id }) => id === stopId)
    return stop ? say(stop.community) : ''
  }
  const km = (metres: number) => count(metres / 1000, locale)
  return (
    <div className="space-y-4">
      {preview.warnings.length > 0 && (
        <ul className="space-y-1">
          {preview.warnings.map((warning) => (
            <li key={warning} className="flex items-start gap-2 rounded-control bg-warn-50 px-3 py-1.5 text-warn">
              <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0" />
              {t(`warning.${warning}`)}
            </li>
          ))}
        </ul>
      )}
      <ul className="space-y-1">
        {preview.runs.map(({ runId, number, metres, boxes, capacity }) => (
          <li key={runId} className="figures flex flex-wrap items-center gap-x-3">
            <b>{t('run', { number })}</b>
            <span className="inline-flex items-center gap-1">
              {km(metres.before)} <ArrowRight size={13} aria-label={t('move.then')} /> {km(metres.after)} km
            </span>
            <span>{t('room', { boxes, capacity })}</span>
          </li>
        ))}
      </ul>
      <Table
        caption={t('move.affected')}
        rows={preview.affected.filter(isMoved)}
        rowKey={({ stopId }) => stopId}
        empty={<p className="text-ink-2">{t('move.nobody')}</p>}
        columns={[
          {
            key: 'stop',
            header: t('table.stop'),
            cell: ({ stopId, name, to }) => (
              <>
                {communityOf(stopId)} {say(name)}
                <span className="block text-secondary text-ink-2">
                  {t('run', { number: numberOf(to.runId) ?? '' })} · {to.sequence}
                </span>
              </>
            ),
          },
          {
            key: 'before',
            header: t('move.before'),
            align: 'end',
            cell: ({ from }) => (from.eta ? time(from.eta, plan.zone) : '–'),
          },
          { key: 'after', header: t('move.after'), align: 'end', cell: ({ to }) => time(to.eta, plan.zone) },
          { key: 'shift', header: t('move.shift'), align: 'end', cell: (row) => <Shift row={row} /> },
          {
            key: 'until',
            header: t('move.until'),
            align: 'end',
            cell: ({ windowTo, late }) => (
              <span className="whitespace-nowrap">
                {time(windowTo, plan.zone)}{' '}
                {late && (
                  <Tag kind="danger" icon={<ClockAlert size={13} aria-hidden />}>
                    {t('move.late')}
                  </Tag>
                )}
              </span>
            ),
          },
        ]}
      />
    </div>
  )
}

/** `+4 min`, in words for those who do not see the sign. */
function Shift({ row }: { readonly row: Affected }) {
  const { t } = useTranslation('dispatch')
  const minutes = shiftOf(row)
  if (minutes === null) return <>{t('move.new')}</>
  if (minutes === 0) return <>0</>
  return (
    <span className={`whitespace-nowrap ${minutes > 0 ? 'text-warn' : 'text-brand-700'}`}>
      {t(minutes > 0 ? 'move.later' : 'move.earlier', { minutes: Math.abs(minutes) })}
    </span>
  )
}
