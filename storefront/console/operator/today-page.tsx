import { ExternalLink } from 'lucide-react'
import { useTranslation } from '../../i18n/use-translation'
import { useSession } from '../../api/session-gate'
import { ErrorState, Loading } from '../../ui/states'
import { CityDensity } from './city-density'
import { Figures } from './figures'
import { Freshness } from './freshness'
import { Kitchens } from './kitchens'
import { Risks } from './risks'
import { ServiceClock } from './service-clock'
import { DaySwitch } from './day-switch'
import { Unserved } from './unserved'
import { useDate } from './use-date'
import { useDay } from './use-operator'

/** A service day at a glance, for those who run the service. */
export default function TodayPage() {
  const { t } = useTranslation('console')
  const { installation } = useSession()
  const { data: day, error, refetch, dataUpdatedAt, isPlaceholderData } = useDay(useDate())
  return (
    <>
      <header className="mb-4 flex flex-wrap items-center gap-3">
        <h1 className="text-title font-semibold">{t('operator.title')}</h1>
        {day && <DaySwitch date={day.date} today={day.today} />}
        <span className="flex flex-1 flex-wrap items-center justify-end gap-3">
          {day && <Freshness at={dataUpdatedAt} failing={error !== null} />}
          {day && <ServiceClock day={day} demo={installation.demo} />}
        </span>
      </header>
      {error && !day && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !day && (
        <Loading>
          <Figures day={undefined} />
        </Loading>
      )}
      {day && (
        <div aria-busy={isPlaceholderData} className="space-y-6">
          <Figures day={day} />
          <Kitchens day={day} />
          <CityDensity day={day} />
          <div className="grid gap-6 xl:grid-cols-2 xl:gap-4">
            <Risks day={day} />
            <Unserved day={day} />
          </div>
        </div>
      )}
      <footer className="mt-8 flex flex-wrap gap-4 border-t border-line pt-3">
        <Outside href="/ops/queues">{t('operator.queues')}</Outside>
        <Outside href="/docs">{t('operator.api')}</Outside>
      </footer>
    </>
  )
}

function Outside({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a
      href={href}
      className="inline-flex min-h-target items-center gap-1 text-brand-700 underline underline-offset-3 hover:text-brand-800"
    >
      {children} <ExternalLink size={14} aria-hidden />
    </a>
  )
}
