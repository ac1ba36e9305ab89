import { ArrowLeft, UserX } from 'lucide-react'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from '../i18n/use-translation'
import { Link } from '../address/link'
import type { Params } from '../address/match'
import { runsStream, showRun, type RunDetail } from '../api/courier'
import { problemOf } from '../api/problem'
import { type Asked, useAnswer } from '../api/use-answer'
import { useStream } from '../api/use-stream'
import { useLocale } from '../i18n/use-locale'
import { buttonLook } from '../ui/button'
import { LiveMark } from '../ui/live-mark'
import { EmptyState, ErrorState, Loading } from '../ui/states'
import { KeepsActs, useActs } from './acts/use-acts'
import { withActs } from './acts/with-acts'
import { askAndKeep, recall } from './offline/kept-answers'
import { OfflineBanner } from './offline/offline-banner'
import { useContactOf } from './offline/use-contact-of'
import { afterAnswer } from './journey'
import { HOME, useRunName } from './run-name'

// a run is in one state at a time
const RunDone = lazy(() => import('./run-done'))
const RunToStart = lazy(() => import('./run-to-start'))
const RunUnderWay = lazy(() => import('./run-under-way'))

/** One run, whatever state it is in; it follows what happens to it. */
export default function RunPage({ params }: { readonly params: Params }) {
  return (
    <KeepsActs>
      <RunById key={params['runId']} runId={params['runId'] ?? ''} />
    </KeepsActs>
  )
}

/** The stream tells of every change; this often the run is asked for all the same, so that a lost line is noticed. */
const CHECK_MS = 20_000

function RunById({ runId }: { readonly runId: string }) {
  const name = `run:${runId}`
  const asked = useAnswer(
    (signal) => askAndKeep(name, signal, () => showRun({ params: { runId } }, { signal })),
    CHECK_MS,
    () => recall<RunDetail>(name),
  )
  const { data, error, lastError, again } = asked
  // a run somebody else took a moment ago must not stay on the screen
  const refusal = lastError === undefined ? undefined : problemOf(lastError).code
  if (refusal === 'run_taken') return <RunTaken />
  // planned anew while nobody had it: what the phone keeps of it is history
  if (error !== undefined || refusal === 'not_found') return <ErrorState error={lastError} onRetry={again} />
  return data ? <Run told={data} asked={asked} /> : <Loading />
}

function Run({ told, asked }: { readonly told: RunDetail; readonly asked: Asked<RunDetail> }) {
  const { t } = useTranslation('courier')
  const { say } = useLocale()
  const nameOf = useRunName()
  const { waiting, follow } = useActs()
  const run = withActs(told, waiting)
  const { again, put } = asked
  useEffect(() => {
    follow(({ runId }, answer) => {
      if (runId === told.id && answer) put((known) => afterAnswer(known, answer))
      again()
    })
  })
  const reload = (data: unknown) => {
    if ((data as { runId?: string }).runId === told.id) again()
  }
  const live = useStream(runsStream(run.siteId), {
    from: run.version,
    on: { run: reload, stop: reload, drop: reload, eta: reload },
  })
  useContactOf(live)
  return (
    <article>
      <OfflineBanner>{waiting.length > 0 && t('waiting', { count: waiting.length })}</OfflineBanner>
      <header className="mb-3">
        <div className="flex items-center justify-between gap-3">
          <Link to={HOME} className="inline-flex min-h-target items-center gap-1 font-medium text-brand-700">
            <ArrowLeft size={20} aria-hidden />
            {t('title')}
          </Link>
          <LiveMark {...live} />
        </div>
        <h1 className="text-headline font-bold">{nameOf(run)}</h1>
        <p className="text-secondary text-ink-2">{say(run.site)}</p>
      </header>
      <Suspense fallback={<Loading />}>
        {run.status === 'done' && <RunDone run={run} />}
        {run.status === 'on_the_way' && <RunUnderWay run={run} onNews={again} />}
        {(run.status === 'planned' || run.status === 'claimed' || run.status === 'loaded') && (
          <RunToStart run={run} onNews={again} />
        )}
      </Suspense>
    </article>
  )
}

function RunTaken() {
  const { t } = useTranslation('courier')
  const back = (
    <Link to={HOME} className={buttonLook({ kind: 'primary' })}>
      {t('backToRuns')}
    </Link>
  )
  return <EmptyState title={t('taken')} text={t('takenHint')} icon={<UserX size={28} />} action={back} />
}
