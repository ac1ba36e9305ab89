import { useState } from 'react'
import { changePlan, type Plan, type Plans, type PlanWish, startPlan } from '../../api/plans'
import type { Week } from '../../api/store'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Checkbox, Segmented } from '../../ui/choice'
import { Select, TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { plainPhone, rememberContact, rememberedContact } from '../checkout/contact'
import { useShop } from '../frame'
import { offersOf } from '../week/picks'
import { useWeekdays, WEEKDAYS } from './wish-in-words'

const WORKING = [1, 2, 3, 4, 5]

/** Starts a standing order, or changes one: which days and meal, which dish, at what price at most, from when to when. */
export function PlanSheet({
  plan,
  week,
  today,
  onChange,
  onClose,
}: {
  readonly plan: Plan | undefined
  readonly week: Week
  readonly today: string
  readonly onChange: (plans: Plans) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation('shop')
  const { say } = useLocale()
  const { me } = useShop()
  const weekday = useWeekdays()
  const place = plan?.place ?? week.place
  const [wish, setWish] = useState<PlanWish>(() => plan?.wishes[0] ?? newWish(week))
  const [dates, setDates] = useState({ from: plan?.from ?? today, to: plan?.to ?? '' })
  const [skipHolidays, setSkipHolidays] = useState(plan?.skipHolidays ?? true)
  const [contact, setContact] = useState(() => plan?.contact ?? { ...rememberedContact() })
  const name = contact.name || (me?.name ?? '')
  const { days } = wish
  const named = new Map(week.days.flatMap(offersOf).map((offer) => [offer.dishId, offer.name]))
  const choice = wish.dishIds[0] ?? ''
  const send = async (key: string) => {
    const asked = { name: name.trim(), phone: plainPhone(contact.phone) }
    rememberContact(asked)
    const body = {
      servicePointId: place.servicePointId,
      contact: asked,
      note: plan?.note ?? '',
      wishes: [wish, ...(plan?.wishes.slice(1) ?? [])],
      from: dates.from,
      to: dates.to || null,
      skipHolidays,
      ...(plan ? { payWith: plan.payWith, usePurse: plan.usePurse } : {}),
    }
    onChange(await (plan ? changePlan({ params: { planId: plan.id }, body }, { key }) : startPlan({ body }, { key })))
  }
  return (
    <FormSheet
      title={t(plan ? 'plans.change' : 'plans.start')}
      description={t('plans.coveredOnly')}
      submit={t('plans.save')}
      disabledBecause={
        days !== 'workdays' && days.length === 0
          ? t('plans.noDay')
          : name.trim()
            ? undefined
            : t('checkout.nameMissing')
      }
      onSubmit={send}
      onClose={onClose}
    >
      <div className="space-y-3">
        <Select
          label={t('plans.meal')}
          value={wish.period}
          onChange={({ target }) =>
            setWish({ ...wish, period: week.periods.find((one) => one === target.value) ?? wish.period })
          }
        >
          {week.periods.map((period) => (
            <option key={period} value={period}>
              {t(`ui:period.${period}`)}
            </option>
          ))}
        </Select>
        <Segmented
          label={t('plans.days')}
          options={[
            { value: 'workdays', label: t('plans.workdays') },
            { value: 'named', label: t('plans.weekdays') },
          ]}
          value={days === 'workdays' ? 'workdays' : 'named'}
          onChange={(value) => setWish({ ...wish, days: value === 'workdays' ? value : WORKING })}
        />
        {days !== 'workdays' && (
          <>
            <fieldset className="grid grid-cols-4 gap-x-3">
              <legend className="sr-only">{t('plans.days')}</legend>
              {WEEKDAYS.map((one) => (
                <Checkbox
                  key={one}
                  label={weekday(one)}
                  checked={days.includes(one)}
                  onChange={({ target }) =>
                    setWish({
                      ...wish,
                      days: target.checked ? [...days, one].sort() : days.filter((other) => other !== one),
                    })
                  }
                />
              ))}
            </fieldset>
            <Checkbox
              label={t('plans.skipHolidays')}
              checked={skipHolidays}
              onChange={({ target }) => setSkipHolidays(target.checked)}
            />
          </>
        )}
        <Select
          label={t('plans.dish')}
          value={choice}
          onChange={({ target }) =>
            setWish({ ...wish, dishIds: target.value ? [target.value] : [], chefsChoice: true })
          }
        >
          <option value="">{t('plans.chefsChoice')}</option>
          {[...named].map(([id, dish]) => (
            <option key={id} value={id}>
              {say(dish)}
            </option>
          ))}
        </Select>
        {choice && (
          <Checkbox
            label={t('plans.orChefs')}
            checked={wish.chefsChoice}
            onChange={({ target }) => setWish({ ...wish, chefsChoice: target.checked })}
          />
        )}
        <TextField
          label={t('plans.most')}
          hint={t('plans.mostHint')}
          type="number"
          inputMode="decimal"
          min={0}
          step="0.01"
          value={wish.maxMinor === null ? '' : String(wish.maxMinor / 100)}
          onChange={({ target }) =>
            setWish({ ...wish, maxMinor: target.value === '' ? null : Math.round(Number(target.value) * 100) })
          }
        />
        <TextField
          label={t('plans.quantity')}
          type="number"
          inputMode="numeric"
          min={1}
          max={20}
          required
          value={String(wish.quantity)}
          onChange={({ target }) => setWish({ ...wish, quantity: Math.max(1, Math.floor(Number(target.value))) })}
        />
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={t('plans.firstDay')}
            type="date"
            required
            value={dates.from}
            onChange={({ target }) => setDates({ ...dates, from: target.value })}
          />
          <TextField
            label={t('plans.until')}
            type="date"
            min={dates.from}
            value={dates.to}
            onChange={({ target }) => setDates({ ...dates, to: target.value })}
          />
        </div>
        <TextField
          label={t('checkout.name')}
          name="name"
          autoComplete="name"
          required
          maxLength={40}
          value={name}
          onChange={({ target }) => setContact({ ...contact, name: target.value })}
        />
        <TextField
          label={t('checkout.phone')}
          name="tel"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          required
          hint={t('checkout.phoneHint')}
          value={contact.phone}
          onChange={({ target }) => setContact({ ...contact, phone: target.value })}
        />
      </div>
    </FormSheet>
  )
}

const newWish = ({ period }: Week): PlanWish => ({
  days: 'workdays',
  period: period ?? 'lunch',
  quantity: 1,
  dishIds: [],
  chefsChoice: true,
  maxMinor: null,
})
