import { TriangleAlert } from 'lucide-react'
import { useLocale } from '../i18n/use-locale'
import { useTranslation } from '../i18n/use-translation'
import type { Plan, Station } from './api'

const COOKS = 'cooks'
/** The worst are named; the rest is counted. */
const NAMED = 4

/** What of the plan cannot be in time, and which station or hands are missing; nothing when everything fits. */
export function PlanNotice({ plan, stations }: { readonly plan: Plan | null; readonly stations: readonly Station[] }) {
  const { t } = useTranslation('kitchen')
  const { say } = useLocale()
  if (!plan || (plan.late.length === 0 && plan.impossible.length === 0)) return null
  const { bottleneck, late, impossible } = plan
  const worst = [...late].sort((a, b) => b.lateMinutes - a.lateMinutes).slice(0, NAMED)
  const station = say(stations.find(({ code }) => code === bottleneck?.station)?.name ?? { zh: '', en: '' })
  const minutes = bottleneck?.overloadMinutes ?? 0
  return (
    <section role="alert" className="mb-4 rounded-card border-2 border-danger p-3 text-secondary">
      <h3 className="flex items-center gap-2 font-bold text-danger">
        <TriangleAlert size={20} aria-hidden />
        {t('planNotice')}
      </h3>
      {bottleneck && (
        <p className="mt-1 font-bold">
          {bottleneck.station === COOKS
            ? t('bottleneckCooks', { minutes })
            : t('bottleneck', { station: station || bottleneck.station, minutes })}
        </p>
      )}
      <ul className="mt-1 space-y-0.5">
        {worst.map(({ dishId, name, portions, lateMinutes }) => (
          <li key={dishId}>{t('planLate', { dish: say(name), count: portions, minutes: lateMinutes })}</li>
        ))}
        {late.length > NAMED && <li>{t('planMore', { count: late.length - NAMED })}</li>}
        {impossible.map(({ dishId, name }) => (
          <li key={dishId}>{t('planImpossible', { dish: say(name) })}</li>
        ))}
      </ul>
      {plan.idleMinutes > 0 && <p className="mt-1 text-ink-2">{t('idle', { minutes: plan.idleMinutes })}</p>}
    </section>
  )
}
