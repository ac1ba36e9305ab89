import { useState } from 'react'
import { endPlan, type Plan, type Plans, pausePlan, resumePlan } from '../../api/plans'
import { day } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { Problems } from '../../ui/states'
import { Tag } from '../../ui/tag'
import { PlanDays } from './plan-days'
import { useWishInWords } from './wish-in-words'

/** One standing order: what it wants, its next days, and pausing, changing and ending it. */
export function PlanCard({
  plan,
  dishes,
  today,
  onChange,
  onEdit,
}: {
  readonly plan: Plan
  readonly dishes: Plans['dishes']
  readonly today: string
  readonly onChange: (plans: Plans) => void
  readonly onEdit: () => void
}) {
  const { t } = useTranslation('shop')
  const { locale, say } = useLocale()
  const [asking, setAsking] = useState<'pause' | 'end'>()
  const [days, setDays] = useState({ from: today, to: '' })
  const [error, setError] = useState<unknown>()
  const inWords = useWishInWords(dishes, plan.place.currency)
  const params = { planId: plan.id }
  const dates = plan.to
    ? t('plans.fromTo', { from: day(plan.from, locale), to: day(plan.to, locale) })
    : t('plans.since', { from: day(plan.from, locale) })
  return (
    <Card as="section" className="space-y-3">
      <h2 className="flex flex-wrap items-center gap-2 font-semibold">
        {plan.wishes.map(inWords).join(t('plans.and'))}
        {plan.paused && <Tag kind="warn">{t('plans.paused')}</Tag>}
      </h2>
      <p className="text-secondary text-ink-2">
        {say(plan.place.community)} {say(plan.place.building)} · {say(plan.place.point)} · {dates}
        {plan.pauses.map(({ from, to }) => (
          <span key={from} className="block">
            {to
              ? t('plans.pausedFromTo', { from: day(from, locale), to: day(to, locale) })
              : t('plans.pausedSince', { from: day(from, locale) })}
          </span>
        ))}
      </p>
      <PlanDays days={plan.days} />
      {error !== undefined && <Problems error={error} />}
      <p className="flex flex-wrap gap-2">
        {plan.pauses.length > 0 && (
          <Button onClick={() => void resumePlan({ params, body: { from: today } }).then(onChange, setError)}>
            {t('plans.resume')}
          </Button>
        )}
        <Button kind="secondary" onClick={() => setAsking('pause')}>
          {t('plans.pause')}
        </Button>
        <Button kind="secondary" onClick={onEdit}>
          {t('plans.change')}
        </Button>
        <Button kind="quiet" onClick={() => setAsking('end')}>
          {t('plans.end')}
        </Button>
      </p>
      {asking === 'pause' && (
        <FormSheet
          title={t('plans.pause')}
          description={t('plans.pauseText')}
          submit={t('plans.pause')}
          onClose={() => setAsking(undefined)}
          onSubmit={async (key) => {
            const body = { from: days.from, to: days.to || null }
            onChange(await pausePlan({ params, body }, { key }))
          }}
        >
          <div className="space-y-3">
            <TextField
              label={t('plans.firstDay')}
              type="date"
              required
              value={days.from}
              onChange={({ target }) => setDays({ ...days, from: target.value })}
            />
            <TextField
              label={t('plans.lastDay')}
              hint={t('plans.lastDayHint')}
              type="date"
              min={days.from}
              value={days.to}
              onChange={({ target }) => setDays({ ...days, to: target.value })}
            />
          </div>
        </FormSheet>
      )}
      {asking === 'end' && (
        <FormSheet
          danger
          title={t('plans.end')}
          description={t('plans.endText')}
          submit={t('plans.end')}
          onClose={() => setAsking(undefined)}
          onSubmit={async () => onChange(await endPlan({ params }))}
        />
      )}
    </Card>
  )
}
