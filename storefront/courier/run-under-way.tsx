import { ClockAlert, OctagonAlert } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from '../i18n/use-translation'
import type { RunDetail, Stop } from '../api/courier'
import { time } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'
import { Button } from '../ui/button'
import { Skeleton } from '../ui/states'
import { DropRow, type TaskKind } from './drop-row'
import { Progress } from './figures'
import { heldDrops, isLate, nextStop, otherStops, wanted } from './journey'
import { LastClosed } from './last-closed'
import { StopList, StopNumber } from './stop-list'
import type { Task } from './tasks'

const RunMap = lazy(() => import('./run-map'))
const SharesPosition = lazy(() => import('./position/shares-position'))
const TaskSheet = lazy(() => import('./tasks'))
const StopRunSheet = lazy(() =>
  import('./stop-run-sheet').then(({ StopRunSheet: Component }) => ({ default: Component })),
)

/** A run on the road: the next stop large, with what to do there; the others below. */
export default function RunUnderWay({ run, onNews }: { readonly run: RunDetail; readonly onNews: () => void }) {
  const { t } = useTranslation('courier')
  const { say } = useLocale()
  const [task, setTask] = useState<Task>()
  const [stopping, setStopping] = useState(false)
  const [last, setLast] = useState<string>()
  const next = nextStop(run)
  const { ahead, behind } = otherStops(run)
  const held = heldDrops(run).filter(({ stop }) => stop !== next)
  const begin = (kind: TaskKind, dropId: string) => {
    setLast(dropId)
    setTask({ kind, dropId })
  }
  return (
    <>
      <Progress run={run} />
      <LastClosed run={run} dropId={last} here={next} />
      {next && <NextStop stop={next} zone={run.zone} onTask={begin} />}
      {!next && <p className="mt-3 rounded-card border border-line bg-surface p-4 font-semibold">{t('allEntered')}</p>}
      {held.length > 0 && (
        <section className="mt-4 rounded-card border border-line bg-surface px-4 py-2">
          <h2 className="mt-1 font-semibold">{t('onBoard')}</h2>
          <ul className="divide-y divide-line">
            {held.map(({ stop, drop }) => (
              <li key={drop.id}>
                <p className="pt-2 text-secondary text-ink-2">
                  {say(stop.community)} {say(stop.name)}
                </p>
                <ul>
                  <DropRow drop={drop} onTask={(kind) => begin(kind, drop.id)} />
                </ul>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Suspense fallback={<Skeleton className="mt-4 h-48 w-full rounded-card" />}>
        <RunMap run={run} />
      </Suspense>
      <StopList title={t('ahead')} stops={ahead} zone={run.zone} />
      <StopList title={t('behind')} stops={behind} zone={run.zone} results />
      <Suspense fallback={null}>
        <SharesPosition runId={run.id} />
      </Suspense>
      <div className="mt-6 text-center">
        <Button kind="quiet" icon={<OctagonAlert size={18} aria-hidden />} onClick={() => setStopping(true)}>
          {t('stop.button')}
        </Button>
      </div>
      <Suspense fallback={null}>
        {task && <TaskSheet run={run} task={task} onTask={setTask} />}
        {stopping && <StopRunSheet run={run} onClose={() => setStopping(false)} onNews={onNews} />}
      </Suspense>
    </>
  )
}

function NextStop({
  stop,
  zone,
  onTask,
}: {
  readonly stop: Stop
  readonly zone: string
  readonly onTask: (kind: TaskKind, dropId: string) => void
}) {
  const { t } = useTranslation('courier')
  const { say } = useLocale()
  const late = isLate(stop)
  return (
    <section aria-labelledby="next-stop" className="mt-2 rounded-card border-2 border-brand-600 bg-surface p-4">
      <div className="flex items-center justify-between gap-3 text-secondary text-ink-2">
        <span>{t('nextStop')}</span>
        <span className="figures">
          {stop.eta && t('eta', { time: time(stop.eta, zone) })} · {t('boxes', { count: stop.boxes })}
        </span>
      </div>
      <div className="mt-2 flex items-start gap-3">
        <StopNumber next>{stop.sequence}</StopNumber>
        <h2 id="next-stop" className="leading-tight">
          <span className="block text-headline font-bold">{say(stop.name)}</span>
          <span className="block text-title">{say(stop.community)}</span>
        </h2>
      </div>
      <p
        className={`figures mt-1 flex items-center gap-1 text-secondary ${late ? 'font-semibold text-danger' : 'text-ink-2'}`}
      >
        {late && <ClockAlert size={16} aria-hidden />}
        {t(late ? 'late' : 'until', { time: time(stop.windowTo, zone) })}
      </p>
      <ul className="mt-3 divide-y divide-line">
        {wanted(stop).map((drop) => (
          <DropRow key={drop.id} drop={drop} onTask={(kind) => onTask(kind, drop.id)} />
        ))}
      </ul>
    </section>
  )
}
