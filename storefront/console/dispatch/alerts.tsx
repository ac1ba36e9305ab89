import { Siren } from 'lucide-react'
import { setSearch } from '../../address/use-address'
import { type Alert, type Board, seeAlert } from '../../api/dispatch'
import { time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { useDispatch } from './use-board'

/** More than these would push the board out of sight; the others come up as these are seen. */
const MOST = 3

/** What somebody must look after now. Spoken when it comes. */
export function Alerts({ alerts, board }: { readonly alerts: readonly Alert[]; readonly board: Board }) {
  const { t } = useTranslation('dispatch')
  const { act: see } = useDispatch((alertId: string, options) => seeAlert({ params: { alertId } }, options))
  const open = alerts.filter(({ seenAt }) => seenAt === null)
  if (open.length === 0) return null
  return (
    <section aria-label={t('alerts.label')} aria-live="polite" className="mb-3 space-y-2">
      {open.slice(0, MOST).map((alert) => (
        <div
          key={alert.id}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control border border-danger bg-danger-50 px-3 py-1 text-danger"
        >
          <Siren size={17} aria-hidden className="shrink-0" />
          <p className="min-w-0 flex-1 basis-60">
            <b className="font-semibold">
              <AlertSentence alert={alert} board={board} />
            </b>{' '}
            <span className="figures">{time(alert.raisedAt, board.plan.zone)}</span>
          </p>
          {alert.runId !== null && (
            <Button
              kind="quiet"
              size="small"
              onClick={() =>
                setSearch({
                  run: alert.runId,
                  stop: alert.kind === 'late' ? alert.subjectId : null,
                  list: null,
                  show: null,
                })
              }
            >
              {t('alerts.look')}
            </Button>
          )}
          <Button kind="quiet" size="small" onClick={() => see(alert.id)}>
            {t('alerts.seen')}
          </Button>
        </div>
      ))}
      {open.length > MOST && <p className="text-danger">{t('alerts.more', { count: open.length - MOST })}</p>}
    </section>
  )
}

/** What happened, with the names the board knows. */
function AlertSentence({ alert, board }: { readonly alert: Alert; readonly board: Board }) {
  const { t } = useTranslation('dispatch')
  const { say } = useLocale()
  const { kind, subjectId, runId, detail } = alert
  const run = board.runs.find(({ id }) => id === runId)
  const stop = board.stops.find(({ id, drops }) => id === subjectId || drops.some((drop) => drop.id === subjectId))
  const drop = stop?.drops.find(({ id }) => id === subjectId)
  const place = stop ? `${say(stop.community)} ${say(stop.name)}` : ''
  const number = detail['number'] ?? drop?.number ?? ''
  const minutes = detail['minutes'] ?? ''
  return <>{t(`alerts.${kind}`, { run: run?.number ?? '', place, number, minutes })}</>
}
