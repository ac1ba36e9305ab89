import { useTranslation } from '../i18n/use-translation'
import { claimRun, departRun, type RunDetail } from '../api/courier'
import { problemOf } from '../api/problem'
import { time } from '../i18n/format'
import { Button } from '../ui/button'
import { Problems } from '../ui/states'
import { RunFigures } from './figures'
import { wanted } from './journey'
import { RunMap } from './run-map'
import { StopList } from './stop-list'
import { useAct } from './use-act'
import { WaitsForNetwork } from './waits-for-network'

/** A run before it leaves: what it holds, and the one next step. */
export function RunToStart({ run }: { readonly run: RunDetail }) {
  const { t } = useTranslation('courier')
  const claim = useAct((runId: string, key) => claimRun({ params: { runId } }, { key }))
  const depart = useAct((runId: string, key) => departRun({ params: { runId } }, { key }))
  const step = run.mine ? depart : claim
  const refused = step.error && problemOf(step.error).code !== 'offline'
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <span className="figures text-title font-semibold">{t('departs', { time: time(run.departAt, run.zone) })}</span>
        <RunFigures run={run} />
      </div>
      {run.mine && <p className="mt-1">{t('loadHint', { count: run.boxes })}</p>}
      <RunMap run={run} />
      <StopList title={t('allStops')} stops={run.stopList.filter((stop) => wanted(stop).length > 0)} zone={run.zone} />
      <div className="sticky bottom-0 -mx-4 space-y-2 bg-canvas px-4 py-3">
        {refused && <Problems error={step.error} />}
        {step.waitsForNetwork && <WaitsForNetwork />}
        <Button size="large" wide busy={step.busy} onClick={() => step.act(run.id)}>
          {t(run.mine ? 'depart' : 'claim')}
        </Button>
      </div>
    </>
  )
}
