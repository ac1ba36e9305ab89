import { Bike } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from '../i18n/use-translation'
import { setSearch, useAddress } from '../address/use-address'
import { listRuns, runsStream, type Run, type Site } from '../api/courier'
import { useAnswer } from '../api/use-answer'
import { useStream } from '../api/use-stream'
import { useLocale } from '../i18n/use-locale'
import { Select } from '../ui/field'
import { LiveMark } from '../ui/live-mark'
import { EmptyState, ErrorState, Loading } from '../ui/states'
import { grouped, likeliest } from './journey'
import { askAndKeep, recall } from './offline/kept-answers'
import { OfflineBanner } from './offline/offline-banner'
import { useContactOf } from './offline/use-contact-of'
import { RunCard } from './run-card'

const SendsActs = lazy(() => import('./acts/sends-acts'))

/** The stream tells of every change; this often all is asked for all the same, so that a lost line is noticed. */
const CHECK_MS = 20_000

type Answered = Awaited<ReturnType<typeof listRuns>>

/** The runs of the courier's kitchens today: the own ones first. */
export default function RunsPage() {
  const { t } = useTranslation('courier')
  const { data, error, again } = useAnswer(
    (signal) => askAndKeep('runs', signal, () => listRuns({}, { signal })),
    CHECK_MS,
    () => recall<Answered>('runs'),
  )
  return (
    <>
      <OfflineBanner />
      <Suspense fallback={null}>
        <SendsActs />
      </Suspense>
      {error !== undefined && <ErrorState error={error} onRetry={again} />}
      {!data && error === undefined && <Loading />}
      {data?.sites.length === 0 && <EmptyState title={t('noSite')} text={t('noSiteHint')} icon={<Bike size={28} />} />}
      {data && data.sites.length > 0 && <Sites sites={data.sites} onNews={again} />}
    </>
  )
}

/** One kitchen at a time, as a courier starts from one; the address remembers which. */
function Sites({ sites, onNews }: { readonly sites: readonly Site[]; readonly onNews: () => void }) {
  const { t } = useTranslation('courier')
  const { say } = useLocale()
  const { search } = useAddress()
  const site = sites.find(({ id }) => id === search.get('site')) ?? likeliest(sites)
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      {sites.length > 1 && (
        <Select label={t('site')} value={site?.id} onChange={({ target }) => setSearch({ site: target.value })}>
          {sites.map(({ id, name, runs }) => (
            <option key={id} value={id}>
              {say(name)} · {t('runs', { count: runs.length })}
            </option>
          ))}
        </Select>
      )}
      {site && <SiteRuns key={site.id} site={site} onNews={onNews} />}
    </>
  )
}

function SiteRuns({ site, onNews }: { readonly site: Site; readonly onNews: () => void }) {
  const { t } = useTranslation('courier')
  const { say } = useLocale()
  const live = useStream(runsStream(site.id), {
    from: site.version,
    on: { planned: onNews, run: onNews, drop: onNews },
  })
  useContactOf(live)
  const { mine, free, done } = grouped(site.runs)
  return (
    <section aria-labelledby={site.id} className="mt-3">
      <div className="mb-2 flex items-center justify-between gap-3">
        <h2 id={site.id} className="text-title font-semibold">
          {say(site.name)}
        </h2>
        <LiveMark {...live} />
      </div>
      <Group title={t('mine')} runs={mine} zone={site.zone} />
      {free.length > 0 ? (
        <Group title={t('free')} runs={free} zone={site.zone} />
      ) : (
        mine.length === 0 && (
          <EmptyState title={t('nothingFree')} text={t('nothingFreeHint')} icon={<Bike size={28} />} />
        )
      )}
      <Group title={t('done')} runs={done} zone={site.zone} />
    </section>
  )
}

function Group({
  title,
  runs,
  zone,
}: {
  readonly title: string
  readonly runs: readonly Run[]
  readonly zone: string
}) {
  if (runs.length === 0) return null
  return (
    <>
      <h3 className="mt-4 mb-2 text-secondary font-medium text-ink-2">{title}</h3>
      <ul className="space-y-3">
        {runs.map((run) => (
          <RunCard key={run.id} run={run} zone={zone} />
        ))}
      </ul>
    </>
  )
}
