import { setSearch, useAddress } from '../../address/use-address'
import { useAnswer } from '../../api/use-answer'
import { useTranslation } from '../../i18n/use-translation'
import { Segmented } from '../../ui/choice'
import { ErrorState, Loading } from '../../ui/states'
import type { Site } from '../api'
import { SitePage } from '../site-page'
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
  return <SitePage title={(site) => t('titleOf', { site })}>{(site) => <Book key={site.id} site={site} />}</SitePage>
}

function Book({ site }: { readonly site: Site }) {
  const { t } = useTranslation('safety')
  const { search } = useAddress()
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'clocks'
  const ask = (signal: AbortSignal) => showSafety({ params: { siteId: site.id } }, { signal })
  const { data, error, again } = useAnswer(ask, LOOK_AGAIN_MS)
  return (
    <>
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
    </>
  )
}
