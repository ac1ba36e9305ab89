import { useEffect, useState } from 'react'
import { useTranslation } from '../i18n/use-translation'

/** Below this much the time left is a warning. */
const SOON_MS = 30 * 60_000
const DAY_MS = 86_400_000

/** `2:05:09`, or `5:09` in the last hour. */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (n: number) => String(n).padStart(2, '0')
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

/**
 * Milliseconds until an instant on the service's clock, each second.
 * @param now the service's time when it was asked: its distance to the browser's own clock is kept.
 */
export function useTimeLeft(until: string, now: string): number {
  const [asked, setAsked] = useState({ now, at: 0, passed: 0 })
  useEffect(() => {
    const at = performance.now()
    const tick = () => setAsked({ now, at, passed: performance.now() - at })
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [now])
  return Date.parse(until) - Date.parse(now) - (asked.now === now ? asked.passed : 0)
}

/** How long something is still possible. Says nothing aloud each second. */
export function Countdown({
  until,
  now,
  onEnd,
}: {
  readonly until: string
  readonly now: string
  readonly onEnd?: () => void
}) {
  const { t } = useTranslation('ui')
  const left = useTimeLeft(until, now)
  const over = left <= 0
  useEffect(() => {
    if (over) onEnd?.()
  }, [over, onEnd])
  if (over) return <span className="font-semibold text-danger">{t('countdown.over')}</span>
  const days = Math.floor(left / DAY_MS)
  return (
    <span role="timer" className={`figures whitespace-nowrap ${left < SOON_MS ? 'font-semibold text-warn-600' : ''}`}>
      {days > 0 ? t('countdown.days', { count: days }) : t('countdown.left', { time: clockOf(left) })}
    </span>
  )
}
