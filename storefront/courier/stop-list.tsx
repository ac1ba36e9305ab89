import { ClockAlert } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation'
import type { Stop } from '../api/courier'
import { time } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'
import { Tag } from '../ui/tag'
import { isLate } from './journey'

const RESULT_TAGS = { delivered: 'brand', stored: 'brand', held: 'warn', failed: 'danger' } as const
const RESULTS = ['delivered', 'stored', 'held', 'failed'] as const

/** Stops in a few words each, numbered as on the map. */
export function StopList({
  title,
  stops,
  zone,
  results = false,
}: {
  readonly title: string
  readonly stops: readonly Stop[]
  readonly zone: string
  /** Shows what became of the orders instead of when the stop is reached. */
  readonly results?: boolean
}) {
  const { t } = useTranslation('courier')
  const { say } = useLocale()
  if (stops.length === 0) return null
  return (
    <section className="mt-6">
      <h2 className="mb-2 text-secondary font-medium text-ink-2">{title}</h2>
      <ol className="divide-y divide-line rounded-card border border-line bg-surface">
        {stops.map((stop) => (
          <li key={stop.id} className="flex items-center gap-3 px-4 py-3">
            <StopNumber>{stop.sequence}</StopNumber>
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{say(stop.name)}</span>
              <span className="block text-secondary text-ink-2">{say(stop.community)}</span>
            </span>
            <span className="figures shrink-0 text-right text-secondary text-ink-2">
              {results
                ? RESULTS.map((status) => {
                    const count = stop.drops.filter((drop) => drop.status === status).length
                    if (count === 0) return null
                    return (
                      <span key={status} className="ml-1">
                        <Tag kind={RESULT_TAGS[status]}>
                          {t(`dropStatus.${status}`)} {count}
                        </Tag>
                      </span>
                    )
                  })
                : stop.eta && (
                    <span className={isLate(stop) ? 'flex items-center gap-1 font-semibold text-danger' : 'block'}>
                      {isLate(stop) && (
                        <>
                          <ClockAlert size={15} aria-hidden />
                          <span className="sr-only">{t('lateStop')}</span>
                        </>
                      )}
                      {t('eta', { time: time(stop.eta, zone) })}
                    </span>
                  )}
              {!results && <span className="block">{t('boxes', { count: stop.boxes })}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The number a stop has in the list and on the map. */
export function StopNumber({ children, next = false }: { readonly children: number | null; readonly next?: boolean }) {
  const look = next ? 'bg-brand-600 text-white' : 'border-2 border-brand-600 bg-surface'
  return (
    <span className={`figures grid size-8 shrink-0 place-items-center rounded-full font-semibold ${look}`}>
      {children}
    </span>
  )
}
