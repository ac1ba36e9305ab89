import { Archive } from 'lucide-react'
import { type Compartment, emptyCompartment, type Locker } from '../../api/dispatch'
import { time } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { EmptyState, ErrorState, Loading } from '../../ui/states'
import { Tag } from '../../ui/tag'
import { notify } from '../../ui/toast'
import { Shell } from './shell'
import { useDispatch, useLockers } from './use-board'

const KINDS = { free: 'neutral', reserved: 'info', occupied: 'brand', overdue: 'danger' } as const

/** The lockers a kitchen delivers to, compartment by compartment. */
export default function LockersPage() {
  return <Shell>{({ site }) => <Lockers key={site.id} siteId={site.id} zone={site.zone} />}</Shell>
}

function Lockers({ siteId, zone }: { readonly siteId: string; readonly zone: string }) {
  const { t } = useTranslation('dispatch')
  const { data, error, refetch } = useLockers(siteId)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  if (data.lockers.length === 0)
    return <EmptyState title={t('lockers.none')} text={t('lockers.noneHint')} icon={<Archive size={28} />} />
  return (
    <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {data.lockers.map((locker) => (
        <LockerCard key={locker.servicePointId} locker={locker} zone={zone} />
      ))}
    </ul>
  )
}

function LockerCard({ locker, zone }: { readonly locker: Locker; readonly zone: string }) {
  const { t } = useTranslation('dispatch')
  const { say } = useLocale()
  const free = locker.compartments.filter(({ state }) => state === 'free').length
  return (
    <li className="rounded-card border border-line bg-surface p-4">
      <h2 className="text-[15px] font-semibold">
        {say(locker.building)} · {say(locker.point)}
      </h2>
      <p className="figures text-ink-2">{t('lockers.free', { count: free })}</p>
      <ul className="mt-2 divide-y divide-line">
        {locker.compartments.map((compartment) => (
          <CompartmentRow key={compartment.id} compartment={compartment} zone={zone} />
        ))}
      </ul>
    </li>
  )
}

function CompartmentRow({ compartment, zone }: { readonly compartment: Compartment; readonly zone: string }) {
  const { t } = useTranslation('dispatch')
  const { id, number, boxes, state, since } = compartment
  const empty = useDispatch(
    (compartmentId: string, options) => emptyCompartment({ params: { compartmentId } }, options),
    { onDone: () => void notify({ text: t('lockers.emptied', { number }) }) },
  )
  return (
    <li className="flex min-h-10 flex-wrap items-center gap-2 py-1">
      <span className="figures w-16 font-semibold">{t('compartment', { number })}</span>
      <span className="figures text-ink-2">{t('lockers.room', { count: boxes })}</span>
      <Tag kind={KINDS[state]}>{t(`lockers.${state}`)}</Tag>
      {since && <span className="figures text-ink-2">{t('lockers.since', { time: time(since, zone) })}</span>}
      {state === 'overdue' && (
        <Button kind="secondary" size="small" busy={empty.busy} onClick={() => empty.act(id)}>
          {t('lockers.empty')}
        </Button>
      )}
    </li>
  )
}
