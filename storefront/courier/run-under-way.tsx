import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation'
import type { Drop, DropAnswer, RunDetail, Stop } from '../api/courier'
import { time } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'
import { CodeSheet } from './code-sheet'
import { DropResult, DropRow } from './drop-row'
import { FailureSheet } from './failure-sheet'
import { Progress } from './figures'
import { nextStop, otherStops, wanted, withDrop } from './journey'
import { RunMap } from './run-map'
import { StopList, StopNumber } from './stop-list'

type Task = { readonly kind: 'code' | 'failure'; readonly dropId: string }

/** A run on the road: the next stop large, with what to do there; the others below. */
export function RunUnderWay({ run }: { readonly run: RunDetail }) {
  const { t } = useTranslation('courier')
  const client = useQueryClient()
  const [task, setTask] = useState<Task>()
  const next = nextStop(run)
  const { ahead, behind } = otherStops(run)
  const drop = run.stopList.flatMap(({ drops }) => drops).find(({ id }) => id === task?.dropId)
  const [last, setLast] = useState<Drop>()
  const close = () => setTask(undefined)
  const done = (answer: DropAnswer) => {
    // at once, so that nobody presses a button of what is over
    client.setQueryData<RunDetail>(['run', run.id], (known) => known && withDrop(known, answer))
    setLast(answer.drop)
    close()
  }
  return (
    <>
      <Progress run={run} />
      <LastClosed drop={last} seen={next?.drops.some(({ id }) => id === last?.id) ?? false} />
      {next && <NextStop stop={next} zone={run.zone} onTask={setTask} />}
      <RunMap run={run} />
      <StopList title={t('ahead')} stops={ahead} zone={run.zone} />
      <StopList title={t('behind')} stops={behind} zone={run.zone} results />
      {drop && task?.kind === 'code' && (
        <CodeSheet
          drop={drop}
          onClose={close}
          onDone={done}
          onFail={() => setTask({ kind: 'failure', dropId: drop.id })}
        />
      )}
      {drop && task?.kind === 'failure' && <FailureSheet drop={drop} onClose={close} onDone={done} />}
    </>
  )
}

/** Says what was closed last. Shown when its row has moved away with its stop; else the row says it, and this is only spoken. */
function LastClosed({ drop, seen }: { readonly drop: Drop | undefined; readonly seen: boolean }) {
  const { t } = useTranslation('courier')
  return (
    <output className={seen ? 'sr-only' : 'mt-2 block'}>
      {drop && (
        <>
          <span className="figures font-semibold">{t('order', { number: drop.number, initial: drop.initial })}</span>
          <DropResult drop={drop} />
        </>
      )}
    </output>
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
