import { Clock3 } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation'
import type { Menu, Place } from '../../api/store'
import { time } from '../../i18n/format'
import { Countdown } from '../../ui/countdown'
import { useDayName } from './day-name'

/** When a kitchen stops taking orders for a meal, by the clock on its own wall. */
export function CutoffLine({
  menu: { cutoffAt, zone, open },
  now,
  place,
  onEnd,
}: {
  readonly menu: Menu['menus'][number]
  readonly now: string
  readonly place: Place
  readonly onEnd?: () => void
}) {
  const { t } = useTranslation('shop')
  const dayName = useDayName({ now, place })
  const at = `${dayName(cutoffAt)} ${time(cutoffAt, zone)}`
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 text-secondary text-ink-2">
      <Clock3 size={16} aria-hidden />
      {open ? (
        <>
          {t('home.cutoff', { time: at })}
          <Countdown until={cutoffAt} now={now} {...(onEnd ? { onEnd } : {})} />
        </>
      ) : (
        <span className="font-semibold text-danger">{t('home.closed', { time: at })}</span>
      )}
    </p>
  )
}
