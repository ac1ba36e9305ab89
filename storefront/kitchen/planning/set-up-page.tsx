import { useAnswer } from '../../api/use-answer'
import { problemOf } from '../../api/problem'
import { useTranslation } from '../../i18n/use-translation'
import { ErrorState, Loading } from '../../ui/states'
import { notify } from '../../ui/toast'
import type { Site } from '../api'
import { type SetUp, showSetUp } from './api'
import { Cooks } from './cooks'
import { Outages } from './outages'
import { PageFrame } from './page-frame'
import { StationRow } from './station-row'

const LOOK_AGAIN_MS = 30_000

/** The page at /kitchen/stations: places, warning clocks, cooks and broken equipment. */
export default function SetUpPage() {
  const { t } = useTranslation('kitchen')
  return <PageFrame title={t('setUp')}>{(site) => <Found key={site.id} site={site} />}</PageFrame>
}

function Found({ site }: { readonly site: Site }) {
  const { t } = useTranslation('kitchen')
  const ask = (signal: AbortSignal) => showSetUp({ params: { siteId: site.id } }, { signal })
  const { data, error, again, put } = useAnswer(ask, LOOK_AGAIN_MS)
  if (error !== undefined) return <ErrorState error={error} onRetry={again} />
  if (!data) return <Loading />
  const save = (work: Promise<SetUp>) =>
    void work.then(
      (now) => {
        put(() => now)
        void notify({ text: t('saved') })
      },
      (problem: unknown) => notify({ kind: 'problem', text: problemOf(problem).message }),
    )
  return (
    <>
      <ul className="space-y-3">
        {data.stations.map((station) => (
          <StationRow key={station.code} siteId={site.id} station={station} onSave={save} />
        ))}
      </ul>
      <Cooks siteId={site.id} cooks={data.cooks} onSave={save} />
      <Outages site={site} setUp={data} onSave={save} />
    </>
  )
}
