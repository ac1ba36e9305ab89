import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Bike } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation'
import { setSearch, useAddress } from '../address/use-address'
import { listRuns, runsStream, type Run, type Site } from '../api/courier'
import { useStream } from '../api/use-stream'
import { useLocale } from '../i18n/use-locale'
import { Select } from '../ui/field'
import { LiveMark } from '../ui/live-mark'
import { EmptyState, ErrorState, Loading } from '../ui/states'
import { grouped, likeliest } from './journey'
import { RunCard } from './run-card'
import { WithAnswers } from './with-answers'

/** The runs of the courier's kitchens today: the own ones first. */
export default function RunsPage() {
  return (
    <WithAnswers>
      <Runs />
    </WithAnswers>
  )
}

function Runs() {
  const { t } = useTranslation('courier')
  const runs = useQuery({ queryKey: ['runs'], queryFn: ({ signal }) => listRuns({}, { signal }) })
  if (runs.isPending) return <Loading />
  if (!runs.data) return <ErrorState error={runs.error} onRetry={() => void runs.refetch()} />
  if (runs.data.sites.length === 0)
    return <EmptyState title={t('noSite')} text={t('noSiteHint')} icon={<Bike size={28} />} />
  return <Sites sites={runs.data.sites} />
}

/** One kitchen at a time, as a courier starts from one; the address remembers which. */
function Sites({ sites }: { readonly sites: readonly Site[] }) {
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
      {site && <SiteRuns key={site.id} site={site} />}
    </>
  )
}

function SiteRuns({ site }: { readonly site: Site }) {
  const { t } = useTranslation('courier')
  const { say } = useLocale()
  const client = useQueryClient()
  const reload = () => void client.invalidateQueries({ queryKey: ['runs'] })
  const live = useStream(runsStream(site.id), {
    from: site.version,
    on: { planned: reload, run: reload, drop: reload },
  })
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
