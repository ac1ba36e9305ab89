import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunDetail, Stop } from '../api/courier'
import { time } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'
import { CodeSheet } from './code-sheet'
import { DropRow } from './drop-row'
import { FailureSheet } from './failure-sheet'
import { Progress } from './figures'
import { nextStop, otherStops, wanted } from './journey'
import { StopList, StopNumber } from './stop-list'

type Task = { readonly kind: 'code' | 'failure'; readonly dropId: string }

/** A run on the road: the next stop large, with what to do there; the others below. */
export function RunUnderWay({ run }: { readonly run: RunDetail }) {
  const { t } = useTranslation('courier')
  const [task, setTask] = useState<Task>()
  const next = nextStop(run)
  const { ahead, behind } = otherStops(run)
  const drop = run.stopList.flatMap(({ drops }) => drops).find(({ id }) => id === task?.dropId)
  const close = () => setTask(undefined)
  return (
    <>
      <Progress run={run} />
      {next && <NextStop stop={next} zone={run.zone} onTask={setTask} />}
      <StopList title={t('ahead')} stops={ahead} zone={run.zone} />
      <StopList title={t('behind')} stops={behind} zone={run.zone} results />
      {drop && task?.kind === 'code' && (
        <CodeSheet drop={drop} onClose={close} onFail={() => setTask({ kind: 'failure', dropId: drop.id })} />
      )}
      {drop && task?.kind === 'failure' && <FailureSheet drop={drop} onClose={close} />}
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
  readonly onTask: (task: Task) => void
}) {
  const { t } = useTranslation('courier')
  const { say } = useLocale()
  return (
    <section aria-labelledby="next-stop" className="mt-4 rounded-card border-2 border-brand-600 bg-surface p-4">
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
      <ul className="mt-3 divide-y divide-line">
        {wanted(stop).map((drop) => (
          <DropRow
            key={drop.id}
            drop={drop}
            onHandOver={() => onTask({ kind: 'code', dropId: drop.id })}
            onFail={() => onTask({ kind: 'failure', dropId: drop.id })}
          />
        ))}
      </ul>
    </section>
  )
}
