import { useState } from 'react'
import { setSearch, useAddress } from '../../address/use-address'
import { useAnswer } from '../../api/use-answer'
import { count, day } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Select } from '../../ui/field'
import { EmptyState, ErrorState, Loading } from '../../ui/states'
import type { Site } from '../api'
import { type Chosen, currentService, keyOf, serviceOf } from '../choose-service'
import { SitePage } from '../site-page'
import { type LeftDish, showLeftOvers } from './api'
import { WasteSheet } from './waste-sheet'

const LOOK_AGAIN_MS = 30_000

/** The page at /kitchen/left-overs: what was made of each dish of a meal, and what of it nobody ate. */
export default function LeftOversPage() {
  const { t } = useTranslation('kitchen-food')
  const { search } = useAddress()
  return (
    <SitePage title={(site) => t('leftOversOf', { site })}>
      {(site, now) => {
        const chosen = serviceOf(search.get('service')) ?? currentService(site, Date.parse(now))
        if (!chosen) return <EmptyState title={t('noService')} text={t('noServiceText')} />
        return (
          <>
            <Meal site={site} chosen={chosen} />
            <Dishes key={`${site.id} ${keyOf(chosen)}`} site={site} meal={chosen} />
          </>
        )
      }}
    </SitePage>
  )
}

function Meal({ site, chosen }: { readonly site: Site; readonly chosen: Chosen }) {
  const { t } = useTranslation('kitchen-food')
  const { locale } = useLocale()
  const known = site.services.some((one) => keyOf(one) === keyOf(chosen))
  const choices: readonly Chosen[] = known ? site.services : [chosen, ...site.services]
  return (
    <div className="mb-3 max-w-80">
      <Select label={t('meal')} value={keyOf(chosen)} onChange={({ target }) => setSearch({ service: target.value })}>
        {choices.map((one) => (
          <option key={keyOf(one)} value={keyOf(one)}>
            {day(one.serviceDate, locale)} · {t(`ui:period.${one.period}`)}
          </option>
        ))}
      </Select>
    </div>
  )
}

function Dishes({ site, meal }: { readonly site: Site; readonly meal: Chosen }) {
  const { t } = useTranslation('kitchen-food')
  const { locale, say } = useLocale()
  const [noting, setNoting] = useState<LeftDish>()
  const params = { siteId: site.id, serviceDate: meal.serviceDate, period: meal.period }
  const { data, error, again } = useAnswer((signal) => showLeftOvers({ params }, { signal }), LOOK_AGAIN_MS)
  if (error !== undefined) return <ErrorState error={error} onRetry={again} />
  if (!data) return <Loading />
  const portions = (n: number) => count(n, locale)
  return (
    <main className="min-h-0 flex-1 overflow-y-auto pb-8" tabIndex={0} aria-label={t('leftOvers')}>
      <p className="mb-3 text-ink-2">{t('leftOversText')}</p>
      {data.dishes.length === 0 && <EmptyState title={t('nothingMade')} text={t('nothingMadeText')} />}
      <ul className="space-y-2">
        {data.dishes.map((dish) => (
          <li key={dish.dishId} className="flex flex-wrap items-center gap-x-6 gap-y-2 rounded-card bg-surface p-3">
            <span className="min-w-48 flex-1">{say(dish.name)}</span>
            <span className="figures text-ink-2">{t('made', { portions: portions(dish.cooked) })}</span>
            <b className="figures">{t('left', { portions: portions(dish.leftOver) })}</b>
            {dish.tooOld + dish.spoilt > 0 && (
              <span className="figures text-warn">
                {t('wasted', { portions: portions(dish.tooOld + dish.spoilt) })}
              </span>
            )}
            <Button kind="secondary" aria-label={t('noteOf', { dish: say(dish.name) })} onClick={() => setNoting(dish)}>
              {t('noteLeft')}
            </Button>
          </li>
        ))}
      </ul>
      {noting && <WasteSheet dish={noting} meal={params} onDone={again} onClose={() => setNoting(undefined)} />}
    </main>
  )
}
