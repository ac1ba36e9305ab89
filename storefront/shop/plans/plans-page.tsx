import { CalendarSync, Plus } from 'lucide-react'
import { useState } from 'react'
import { Link, useLoaderData } from 'react-router'
import type { Plan, Plans } from '../../api/plans'
import { dateIn } from '../../i18n/format'
import { useTranslation } from '../../i18n/use-translation'
import { Button, buttonLook } from '../../ui/button'
import { EmptyState } from '../../ui/states'
import { useShop } from '../frame'
import { usePageTitle } from '../page-title'
import { loadPlans, type PlansAndMenu } from './load-plans'
import { PlanCard } from './plan-card'
import { PlanSheet } from './plan-sheet'

export const loader = loadPlans

/** Meals that are ordered by themselves, and why some were not. */
export function Component() {
  const loaded = useLoaderData<PlansAndMenu>()
  const { t } = useTranslation('shop')
  const { installation } = useShop()
  const [shown, setShown] = useState<Plans>(loaded)
  const [editing, setEditing] = useState<Plan | 'new'>()
  const { week } = loaded
  const today = week ? dateIn(week.now, week.place.zone) : installation.now.slice(0, 10)
  usePageTitle(t('plans.title'))
  const start = week ? (
    <Button icon={<Plus size={20} aria-hidden />} onClick={() => setEditing('new')}>
      {t('plans.start')}
    </Button>
  ) : (
    <Link to="/place" className={buttonLook({ kind: 'primary' })}>
      {t('plans.choosePlace')}
    </Link>
  )
  return (
    <div className="mx-auto max-w-160 space-y-3 px-4">
      <h1 className="pt-5 text-headline font-bold">{t('plans.title')}</h1>
      <p className="text-ink-2">{t('plans.coveredOnly')}</p>
      {shown.plans.length === 0 ? (
        <EmptyState
          icon={<CalendarSync size={28} />}
          title={t('plans.none')}
          text={t('plans.noneText')}
          action={start}
        />
      ) : (
        <>
          {shown.plans.map((plan) => (
            <PlanCard
              key={plan.id}
              plan={plan}
              dishes={shown.dishes}
              today={today}
              onChange={setShown}
              onEdit={() => setEditing(plan)}
            />
          ))}
          {start}
        </>
      )}
      {editing && week && (
        <PlanSheet
          plan={editing === 'new' ? undefined : editing}
          week={week}
          today={today}
          onChange={setShown}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  )
}
