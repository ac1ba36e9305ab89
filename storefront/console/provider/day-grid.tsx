import { useState } from 'react'
import { type Calendar, unblockTime } from '../../api/provider'
import { dateIn, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { notify } from '../../ui/toast'
import { BlockSheet } from './block-sheet'
import { MoveSheet } from './move-sheet'

const FIRST_HOUR = 7
const LAST_HOUR = 22
const PER_HOUR = 44

/** A day with a column for everybody and everything: bookings and blocks where they are; a booking opens its move. */
export function DayGrid({
  calendar,
  date,
  onDone,
}: {
  readonly calendar: Calendar
  readonly date: string
  readonly onDone: () => void
}) {
  const { t } = useTranslation('provider')
  const { say } = useLocale()
  const [moving, setMoving] = useState<string>()
  const [blocking, setBlocking] = useState(false)
  const { provider, resources, uses, bookings } = calendar
  const { zone } = provider
  const minutesOf = (at: string) => {
    const [hour = 0, minute = 0] = time(at, zone).split(':').map(Number)
    const past = dateIn(at, zone) > date ? 24 * 60 : 0
    return past + hour * 60 + minute - FIRST_HOUR * 60
  }
  const lift = async (blockId: string) => {
    await unblockTime({ params: { providerId: provider.id, blockId } })
    void notify({ text: t('block.lifted') })
    onDone()
  }
  const booking = bookings.find(({ id }) => id === moving)
  const hours = Array.from({ length: LAST_HOUR - FIRST_HOUR }, (_, i) => FIRST_HOUR + i)
  return (
    <section aria-label={t('calendar')} className="overflow-x-auto rounded-card border border-line bg-surface">
      <div className="flex items-center justify-between gap-3 border-b border-line px-3 py-2">
        <h2 className="font-semibold">{t('calendar')}</h2>
        <Button kind="secondary" onClick={() => setBlocking(true)}>
          {t('block.add')}
        </Button>
      </div>
      <div
        className="grid min-w-150"
        style={{ gridTemplateColumns: `56px repeat(${resources.length}, minmax(120px, 1fr))` }}
      >
        <span />
        {resources.map(({ id, name }) => (
          <b key={id} className="truncate border-l border-line px-2 py-1 text-secondary" title={say(name)}>
            {say(name)}
          </b>
        ))}
        <div style={{ height: hours.length * PER_HOUR }} className="relative">
          {hours.map((hour, i) => (
            <span key={hour} className="figures absolute left-2 text-caption text-ink-2" style={{ top: i * PER_HOUR }}>
              {String(hour).padStart(2, '0')}:00
            </span>
          ))}
        </div>
        {resources.map(({ id }) => (
          <div key={id} className="relative border-l border-line">
            {uses
              .filter((use) => use.resourceId === id && dateIn(use.from, zone) <= date && dateIn(use.to, zone) >= date)
              .map((use) => {
                const found = bookings.find((one) => one.id === use.id)
                const top = Math.max(0, (minutesOf(use.from) / 60) * PER_HOUR)
                const height = Math.max(22, ((minutesOf(use.to) - minutesOf(use.from)) / 60) * PER_HOUR - 2)
                const look = use.isBlock
                  ? 'border-line bg-line/60 text-ink-2'
                  : 'border-brand-600 bg-brand-50 text-brand-800 hover:bg-brand-600 hover:text-white'
                return (
                  <button
                    key={use.id}
                    type="button"
                    className={`absolute inset-x-1 overflow-hidden rounded-control border px-1.5 text-left text-caption leading-tight ${look}`}
                    style={{ top, height }}
                    title={use.isBlock ? t('block.lift') : undefined}
                    onClick={() => (use.isBlock ? void lift(use.id) : setMoving(use.id))}
                  >
                    <span className="figures">
                      {time(use.from, zone)}–{time(use.to, zone)}
                    </span>{' '}
                    {use.isBlock ? t('block.name') : found ? `${found.guest} · ${say(found.name)}` : t('taken')}
                  </button>
                )
              })}
          </div>
        ))}
      </div>
      {booking && (
        <MoveSheet calendar={calendar} booking={booking} onDone={onDone} onClose={() => setMoving(undefined)} />
      )}
      {blocking && <BlockSheet calendar={calendar} date={date} onDone={onDone} onClose={() => setBlocking(false)} />}
    </section>
  )
}
