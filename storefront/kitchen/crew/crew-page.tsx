import { useState } from 'react'
import { useAnswer } from '../../api/use-answer'
import { count, day } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { EmptyState, ErrorState, Loading } from '../../ui/states'
import type { Site } from '../api'
import { AtWork } from '../more/at-work'
import { SitePage } from '../site-page'
import { type OutputDay, showOutput } from './api'

const LOOK_AGAIN_MS = 60_000

/** The page at /kitchen/crew: clocking in and out, and what a kitchen makes with how much work. */
export default function CrewPage() {
  const { t } = useTranslation('kitchen-food')
  return <SitePage title={(site) => t('crewOf', { site })}>{(site) => <Crew key={site.id} site={site} />}</SitePage>
}

function Crew({ site }: { readonly site: Site }) {
  const { t } = useTranslation('kitchen-food')
  const [times, setTimes] = useState(0)
  return (
    <main className="min-h-0 flex-1 space-y-5 overflow-y-auto pb-8" tabIndex={0} aria-label={t('crew')}>
      <div className="max-w-xl rounded-card bg-surface p-4">
        <AtWork site={site} onChanged={() => setTimes(times + 1)} />
      </div>
      <Output key={times} site={site} />
    </main>
  )
}

function Output({ site }: { readonly site: Site }) {
  const { t } = useTranslation('kitchen-food')
  const { locale } = useLocale()
  const { data, error, again } = useAnswer((signal) => showOutput({ query: {} }, { signal }), LOOK_AGAIN_MS)
  if (error !== undefined) return <ErrorState error={error} onRetry={again} />
  if (!data) return <Loading />
  const days = data.days.filter(({ siteId }) => siteId === site.id).toReversed()
  if (days.length === 0) return <EmptyState title={t('noOutput')} text={t('noOutputText')} />
  const cell = 'figures px-3 py-2 text-right'
  return (
    <section aria-labelledby="output">
      <h2 id="output" className="text-title font-bold">
        {t('output')}
      </h2>
      <p className="mb-2 text-secondary text-ink-2">{t('outputText')}</p>
      <div className="overflow-x-auto rounded-card bg-surface">
        <table className="w-full">
          <thead className="text-secondary text-ink-2">
            <tr>
              <th scope="col" className="px-3 py-2 text-left font-semibold">
                {t('day')}
              </th>
              {(['meals', 'hours', 'perHour', 'lastYear', 'change'] as const).map((name) => (
                <th
                  key={name}
                  scope="col"
                  className={`px-3 py-2 text-right font-semibold ${name === 'meals' || name === 'hours' ? 'max-sm:hidden' : ''}`}
                >
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((one) => (
              <tr key={one.date} className="border-t border-line">
                <th scope="row" className="px-3 py-2 text-left font-normal whitespace-nowrap">
                  {day(one.date, locale)}
                </th>
                <td className={`${cell} max-sm:hidden`}>{count(one.meals, locale)}</td>
                <td className={`${cell} max-sm:hidden`}>{rate(one.minutes / 60)}</td>
                <td className={`${cell} font-bold`}>{rate(one.mealsPerHour)}</td>
                <td className={cell}>{rate(one.lastYear?.mealsPerHour)}</td>
                <td className={cell}>{changeOf(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const rate = (value: number | null | undefined) => (value === null || value === undefined ? '–' : value.toFixed(1))

/** In per cent of last year's, with its sign. */
function changeOf({ mealsPerHour, lastYear }: OutputDay): string {
  const before = lastYear?.mealsPerHour
  if (mealsPerHour === null || !before) return '–'
  const change = Math.round((mealsPerHour / before - 1) * 100)
  return `${change > 0 ? '+' : ''}${change}%`
}
