import { Check } from 'lucide-react'
import { useState } from 'react'
import { problemOf } from '../../api/problem'
import { useAnswer } from '../../api/use-answer'
import { count, dateIn } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { EmptyState, ErrorState, Loading } from '../../ui/states'
import { notify } from '../../ui/toast'
import type { Site } from '../api'
import { listPrep, markPrep, type PrepTask } from './api'
import { PageFrame } from './page-frame'

const LOOK_AGAIN_MS = 60_000
const DAY_MS = 86_400_000

const dayAfter = (now: string, zone: string) => dateIn(new Date(Date.parse(now) + DAY_MS).toISOString(), zone)

/** The page at /kitchen/prep: what is made ready today for tomorrow, station by station. */
export default function PrepPage() {
  const { t } = useTranslation('kitchen')
  return (
    <PageFrame title={t('prep')}>
      {(site, now) => <Tasks key={site.id} site={site} tomorrow={dayAfter(now, site.zone)} />}
    </PageFrame>
  )
}

function Tasks({ site, tomorrow }: { readonly site: Site; readonly tomorrow: string }) {
  const { t } = useTranslation('kitchen')
  const [serviceDate, setDate] = useState(tomorrow)
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end gap-4">
        <TextField
          label={t('prepDay')}
          type="date"
          required
          value={serviceDate}
          onChange={({ target }) => target.value && setDate(target.value)}
        />
        <p className="pb-2 text-ink-2">{t('prepText', { date: serviceDate })}</p>
      </div>
      <TasksOf key={serviceDate} siteId={site.id} serviceDate={serviceDate} />
    </>
  )
}

function TasksOf({ siteId, serviceDate }: { readonly siteId: string; readonly serviceDate: string }) {
  const { t } = useTranslation('kitchen')
  const ask = (signal: AbortSignal) => listPrep({ params: { siteId, serviceDate } }, { signal })
  const { data, error, again } = useAnswer(ask, LOOK_AGAIN_MS)
  if (error !== undefined) return <ErrorState error={error} onRetry={again} />
  if (!data) return <Loading />
  if (data.tasks.length === 0) return <EmptyState title={t('prepNone')} text={t('prepText', { date: serviceDate })} />
  const mark = ({ id, period, doneAt }: PrepTask) =>
    void markPrep({ params: { siteId, serviceDate, period }, body: { taskId: id, done: doneAt === null } }).then(
      again,
      (problem: unknown) => notify({ kind: 'problem', text: problemOf(problem).message }),
    )
  return (
    <ul className="divide-y divide-line">
      {data.tasks.map((task) => (
        <Task key={`${task.period} ${task.id}`} task={task} onMark={mark} />
      ))}
    </ul>
  )
}

function Task({ task, onMark }: { readonly task: PrepTask; readonly onMark: (task: PrepTask) => void }) {
  const { t } = useTranslation('kitchen')
  const { locale, say } = useLocale()
  const { name, text, station, portions, grams, batches, minutes, period, doneAt } = task
  const done = doneAt !== null
  const amount =
    grams === null
      ? t('prepPortions', { count: portions })
      : t('prepGrams', { amount: count(Math.ceil(grams / 100) / 10, locale) })
  return (
    <li className="flex items-center gap-4 py-3">
      <div className={`min-w-0 flex-1 ${done ? 'text-ink-2' : ''}`}>
        <p className="text-[1.125rem] font-bold">
          {done && <Check size={20} aria-hidden className="mr-1 inline text-brand-700" />}
          {say(name)}
          <span className="ml-2 font-normal">{text ? say(text) : t('prepMake')}</span>
        </p>
        <p className="text-secondary text-ink-2">
          {t(`ui:period.${period}`)} · {station} · {t('prepBatches', { count: batches, minutes })}
        </p>
      </div>
      <p className="figures shrink-0 font-bold text-quantity">{amount}</p>
      <Button kind={done ? 'quiet' : 'secondary'} onClick={() => onMark(task)}>
        {t(done ? 'prepUndo' : 'prepDone')}
      </Button>
    </li>
  )
}
