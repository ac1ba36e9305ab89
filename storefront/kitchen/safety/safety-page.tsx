import { ArrowLeft } from 'lucide-react'
import { setSearch, useAddress } from '../../address/use-address'
import { Link } from '../../address/link'
import { useAnswer } from '../../api/use-answer'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Segmented } from '../../ui/choice'
import { EmptyState, ErrorState, Loading } from '../../ui/states'
import { listSites, type Site } from '../api'
import { showSafety } from './api'
import { Checks } from './checks'
import { Clocks } from './clocks'
import { Readings } from './readings'
import { Rules } from './rules'
import { Samples } from './samples'

const LOOK_AGAIN_MS = 20_000
const VIEWS = ['clocks', 'samples', 'readings', 'checks', 'rules'] as const

/** The page at /kitchen/safety: what a kitchen has to do and to show for food safety. */
export default function SafetyPage() {
  const { t } = useTranslation('safety')
  const { search } = useAddress()
  const { data, error, again } = useAnswer((signal) => listSites(undefined, { signal }), LOOK_AGAIN_MS)
  if (error !== undefined) return <ErrorState error={error} onRetry={again} />
  if (!data) return <Loading />
  const site = data.sites.find(({ id }) => id === search.get('site')) ?? data.sites[0]
  return site ? <Book key={site.id} site={site} /> : <EmptyState title={t('title')} text={t('noSite')} />
}

function Book({ site }: { readonly site: Site }) {
  const { t } = useTranslation('safety')
  const { say } = useLocale()
  const { search } = useAddress()
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'clocks'
  const ask = (signal: AbortSignal) => showSafety({ params: { siteId: site.id } }, { signal })
  const { data, error, again } = useAnswer(ask, LOOK_AGAIN_MS)
  return (
    <div className="mx-auto flex h-dvh max-w-5xl flex-col p-4">
      <header className="mb-3 flex flex-wrap items-center gap-3">
        <Link
          to={`/kitchen?site=${site.id}`}
          className="flex min-h-[48px] items-center gap-2 rounded-control border border-control px-3 hover:bg-line"
        >
          <ArrowLeft size={20} aria-hidden />
          {t('back')}
        </Link>
        <h1 className="text-title font-bold">{t('titleOf', { site: say(site.name) })}</h1>
      </header>
      <Segmented
        label={t('view')}
        value={view}
        options={VIEWS.map((value) => ({ value, label: t(value) }))}
        onChange={(next) => setSearch({ view: next })}
      />
      <main className="mt-4 min-h-0 flex-1 overflow-y-auto pb-8" tabIndex={0} aria-label={t(view)}>
        {error !== undefined && <ErrorState error={error} onRetry={again} />}
        {!data && error === undefined && <Loading />}
        {data && view === 'clocks' && <Clocks book={data} site={site} onDone={again} />}
        {data && view === 'samples' && <Samples book={data} site={site} onDone={again} />}
        {data && view === 'readings' && <Readings book={data} site={site} onDone={again} />}
        {data && view === 'checks' && <Checks book={data} site={site} onDone={again} />}
        {data && view === 'rules' && <Rules book={data} />}
      </main>
    </div>
  )
}
