import { ChevronRight } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation'
import { Link } from '../address/link'
import type { Run } from '../api/courier'
import { time } from '../i18n/format'
import { Tag } from '../ui/tag'
import { Progress, RunFigures } from './figures'
import { runAddress, useRunName } from './run-name'

/** Free and finished runs stand below a heading that says so. */
const TAGS = { planned: undefined, claimed: 'warn', loaded: 'warn', on_the_way: 'info', done: undefined } as const

/** One run of the list; leads to the run. */
export function RunCard({ run, zone }: { readonly run: Run; readonly zone: string }) {
  const { t } = useTranslation('courier')
  const nameOf = useRunName()
  const tag = TAGS[run.status]
  return (
    <li>
      <Link
        to={runAddress(run.id)}
        className="flex items-center gap-4 rounded-card border border-line bg-surface p-4 hover:border-control active:bg-brand-50"
      >
        <span className="figures text-headline font-bold">
          <span className="sr-only">{t('departs', { time: '' })}</span>
          {time(run.departAt, zone)}
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2 font-semibold">
            {nameOf(run)}
            {tag && <Tag kind={tag}>{t(`status.${run.status}`)}</Tag>}
          </span>
          <RunFigures run={run} />
          {run.status === 'on_the_way' && (
            <span className="mt-2 block">
              <Progress run={run} />
            </span>
          )}
        </span>
        <ChevronRight size={22} aria-hidden className="shrink-0 text-ink-2" />
      </Link>
    </li>
  )
}
