import { CircleSlash, Lightbulb } from 'lucide-react'
import type { Board, Stop } from '../../api/dispatch'
import { time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/states'
import { Tag } from '../../ui/tag'
import { changeOf } from './nearest-change'
import type { Acting } from './handles'

/** Stops no van drives to: why, and the smallest change that would let each in. */
export function Unserved({
  board,
  stops,
  acting,
}: {
  readonly board: Board
  readonly stops: readonly Stop[]
  readonly acting: Acting
}) {
  const { t } = useTranslation('dispatch')
  const { say } = useLocale()
  const { zone } = board.plan
  if (stops.length === 0) return <EmptyState title={t('unserved.none')} text={t('unserved.noneHint')} />
  return (
    <ul aria-label={t('unserved.label')} className="space-y-2">
      {stops.map((stop) => {
        const vehicle = board.vehicles.find(({ id }) => id === stop.change?.id)
        const change = stop.change && changeOf(stop.change, zone)
        return (
          <li key={stop.id} className="rounded-card border border-line bg-surface px-3 py-2">
            <p className="flex items-center gap-1.5">
              <span className="min-w-0 flex-1 font-semibold">
                {say(stop.community)} {say(stop.name)}
              </span>
              <span className="figures text-ink-2">{t('boxes', { count: stop.boxes })}</span>
            </p>
            <p className="mt-1 flex flex-wrap items-center gap-2">
              <Tag kind="danger" icon={<CircleSlash size={13} aria-hidden />}>
                {t(`unserved.${stop.unservedReason ?? 'late'}`)}
              </Tag>
              <span className="figures text-secondary text-ink-2">
                {t('window', { from: time(stop.windowFrom, zone), to: time(stop.windowTo, zone) })}
              </span>
            </p>
            {change && (
              <p className="mt-1 flex items-start gap-1.5 text-secondary">
                <Lightbulb size={15} aria-hidden className="mt-0.5 shrink-0 text-warn-600" />
                {t(`change.${change.key}`, { value: change.value, vehicle: vehicle ? say(vehicle.name) : '' })}
              </p>
            )}
            <div className="mt-2">
              <Button kind="secondary" size="small" onClick={() => acting.move(stop)}>
                {t('unserved.put')}
              </Button>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
