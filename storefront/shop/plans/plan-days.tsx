import { CircleAlert, CircleCheck, Clock3 } from 'lucide-react'
import { Link } from 'react-router'
import type { Plan } from '../../api/plans'
import { day } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'

const ICONS = { placed: CircleCheck, not_placed: CircleAlert, due: Clock3 }
const LOOKS = { placed: 'text-brand-700', not_placed: 'text-danger', due: 'text-ink-2' }

/** What became of the next days: ordered, still to come, or why not. */
export function PlanDays({ days }: { readonly days: Plan['days'] }) {
  const { t } = useTranslation('shop')
  const { locale } = useLocale()
  if (days.length === 0) return <p className="text-secondary text-ink-2">{t('plans.noDays')}</p>
  return (
    <ul className="divide-y divide-line border-y border-line">
      {days.map(({ date, period, status, orderId, note }) => {
        const Icon = ICONS[status]
        const words = (
          <>
            <b className="font-medium">
              {day(date, locale)} · {t(`ui:period.${period}`)}
            </b>{' '}
            {t(`plans.day.${status}`)}
          </>
        )
        return (
          <li key={`${date} ${period}`} className="flex items-start gap-2 py-1.5">
            <Icon size={20} aria-hidden className={`mt-0.5 shrink-0 ${LOOKS[status]}`} />
            <span className="min-w-0">
              {orderId ? (
                <Link to={`/orders/${orderId}`} className="underline">
                  {words}
                </Link>
              ) : (
                words
              )}
              {note && <span className="block text-secondary text-ink-2">{note.message}</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
