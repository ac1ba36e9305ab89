import { Clock } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { type Day, setClock } from '../../api/operator'
import { dateIn, day as dayName, time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { Problems } from '../../ui/states'
import { notify } from '../../ui/toast'
import { useRefresh } from './use-operator'

const MINUTE_MS = 60_000
/** Further from the browser's own clock than this is not drift: somebody has moved the service. */
const MOVED_MS = 5 * MINUTE_MS

interface Times {
  readonly service: Date
  readonly real: Date
}

/** The service's time, ticking on from when the server said it, and the real one. */
function useTimes(said: string): Times {
  const [times, setTimes] = useState<Times>(() => ({ service: new Date(said), real: new Date() }))
  useEffect(() => {
    const distance = Date.parse(said) - Date.now()
    const tick = () => {
      const real = new Date()
      setTimes({ service: new Date(real.getTime() + distance), real })
    }
    const timer = setInterval(tick, 1_000)
    return () => clearInterval(timer)
  }, [said])
  return times
}

/** What time it is for the service; in a demo, pressing it moves the time for everybody. */
export function ServiceClock({ day, demo }: { readonly day: Day; readonly demo: boolean }) {
  const { t } = useTranslation('console')
  const { locale } = useLocale()
  const [open, setOpen] = useState(false)
  const times = useTimes(day.now)
  const { service, real } = times
  const zone = day.sites[0]?.zone ?? 'UTC'
  const say = (at: string) => `${dayName(dateIn(at, zone), locale)} ${time(at, zone)}`
  const shown = say(service.toISOString())
  const moved = Math.abs(service.getTime() - real.getTime()) > MOVED_MS
  if (!demo) return <p className="figures text-ink-2">{shown}</p>
  return (
    <>
      <Button kind="secondary" icon={<Clock size={16} aria-hidden />} onClick={() => setOpen(true)}>
        <span className="sr-only">{t('operator.clock.title')}</span>
        <span className="figures whitespace-nowrap">{shown}</span>
        {moved && <span className="font-normal text-ink-2">{t('operator.clock.moved')}</span>}
      </Button>
      <Sheet
        open={open}
        onOpenChange={setOpen}
        place="dialog"
        title={t('operator.clock.title')}
        description={t('operator.clock.text')}
      >
        <Leaps day={day} times={times} say={say} onDone={() => setOpen(false)} />
      </Sheet>
    </>
  )
}

/** Where the time may go. */
function Leaps({
  day,
  times: { service, real },
  say,
  onDone,
}: {
  readonly day: Day
  readonly times: Times
  readonly say: (at: string) => string
  readonly onDone: () => void
}) {
  const { t } = useTranslation('console')
  const refresh = useRefresh()
  const [busy, setBusy] = useState<string>()
  const [error, setError] = useState<unknown>()
  const later = (ms: number) => new Date(service.getTime() + ms).toISOString()
  const leaps = [
    { key: 'quarter', at: later(15 * MINUTE_MS) },
    { key: 'hour', at: later(60 * MINUTE_MS) },
    { key: 'cutoff', at: day.nextCutoffAt },
    { key: 'serving', at: day.nextServingAt },
    { key: 'real', at: real.toISOString() },
  ] as const
  const leap = async (key: string, at: string) => {
    setBusy(key)
    setError(undefined)
    try {
      const moved = await setClock({ body: { at } })
      await refresh()
      onDone()
      void notify({ text: t('operator.clock.done', { time: say(moved.now) }) })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <div className="mt-2 space-y-2">
      {leaps.map(({ key, at }) => (
        <Button
          key={key}
          kind="secondary"
          wide
          busy={busy === key}
          disabledBecause={at === null ? t('operator.clock.nothing') : undefined}
          onClick={() => at && void leap(key, at)}
        >
          <span className="flex-1 text-left">{t(`operator.clock.${key}`)}</span>
          {at && <span className="figures font-normal text-ink-2">{say(at)}</span>}
        </Button>
      ))}
      {error !== undefined && <Problems error={error} />}
    </div>
  )
}
