import { lazy, Suspense, useState } from 'react'
import { useTranslation } from '../i18n/use-translation'
import { claimRun, releaseRun, type RunDetail } from '../api/courier'
import { go } from '../address/use-address'
import { time } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'
import { Button } from '../ui/button'
import { Problems, Skeleton } from '../ui/states'
import { notify } from '../ui/toast'
import { useAct } from './acts/use-act'
import { RunFigures } from './figures'
import { wanted } from './journey'
import { NeedsNetwork } from './offline/needs-network'
import { HOME } from './run-name'
import { StopList } from './stop-list'
import { useRequest } from './use-request'

const RunMap = lazy(() => import('./run-map'))
const LoadCheck = lazy(() => import('./load/load-check'))

/** A run before it leaves: what it holds, and the one next step: take it, check its boxes, go. */
export default function RunToStart({ run, onNews }: { readonly run: RunDetail; readonly onNews: () => void }) {
  const { t } = useTranslation('courier')
  const { say } = useLocale()
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <span className="figures text-title font-semibold">{t('departs', { time: time(run.departAt, run.zone) })}</span>
        <RunFigures run={run} />
      </div>
      <p className="text-ink-2">{say(run.vehicle.name)}</p>
      {run.takesOver !== null && <p className="mt-1 font-semibold">{t('takesOver')}</p>}
      {run.status === 'claimed' && run.takesOver === null && (
        <p className="mt-1">{t('loadHint', { count: run.boxes })}</p>
      )}
      <Suspense fallback={<Skeleton className="mt-4 h-48 w-full rounded-card" />}>
        <RunMap run={run} />
      </Suspense>
      <StopList title={t('allStops')} stops={run.stopList.filter((stop) => wanted(stop).length > 0)} zone={run.zone} />
      <div className="sticky bottom-0 -mx-4 space-y-2 bg-canvas px-4 py-3">
        {run.mine ? <OwnSteps run={run} /> : <Claim run={run} onNews={onNews} />}
      </div>
    </>
  )
}

function Claim({ run, onNews }: { readonly run: RunDetail; readonly onNews: () => void }) {
  const { t } = useTranslation('courier')
  const claim = useRequest((runId: string, key) => claimRun({ params: { runId } }, { key }), onNews)
  return (
    <>
      {claim.error !== null && <Problems error={claim.error} />}
      {claim.waitsForNetwork && <NeedsNetwork />}
      <Button size="large" wide busy={claim.busy} onClick={() => claim.act(run.id)}>
        {t('claim')}
      </Button>
    </>
  )
}

/** Check the boxes, then leave; until then it can be given back. */
function OwnSteps({ run }: { readonly run: RunDetail }) {
  const { t } = useTranslation('courier')
  const [checking, setChecking] = useState(false)
  const depart = useAct(() => undefined)
  const release = useRequest(
    (runId: string, key) => releaseRun({ params: { runId } }, { key }),
    () => {
      void notify({ text: t('released') })
      go(HOME)
    },
  )
  // what stands in another van is not scanned again: it is fetched there
  const isReady = run.status === 'loaded' || run.takesOver !== null
  const error = depart.problem ?? release.error
  return (
    <>
      {error !== null && <Problems error={error} />}
      {release.waitsForNetwork && <NeedsNetwork />}
      {isReady ? (
        <Button size="large" wide busy={depart.busy} onClick={() => depart.act({ kind: 'depart', runId: run.id })}>
          {t('depart')}
        </Button>
      ) : (
        <Button size="large" wide onClick={() => setChecking(true)}>
          {t('load.button')}
        </Button>
      )}
      <Button kind="quiet" wide busy={release.busy} onClick={() => release.act(run.id)}>
        {t('release')}
      </Button>
      <Suspense fallback={null}>{checking && <LoadCheck run={run} onClose={() => setChecking(false)} />}</Suspense>
    </>
  )
}
