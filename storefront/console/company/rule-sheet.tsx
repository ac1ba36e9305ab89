import { useState } from 'react'
import { type RuleVersion, type Setup, setRule } from '../../api/company-admin'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Checkbox } from '../../ui/choice'
import { Select, TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { minorOf, yuanOf } from './amount'

const PERIODS = ['breakfast', 'lunch', 'tea', 'dinner', 'night'] as const
const CHARGES = ['delivery_fee', 'packaging', 'tip', 'alcohol', 'retail_goods'] as const
const PER = ['meal', 'day', 'month'] as const
const DAYS = ['workdays', 'every_day', 'weekdays'] as const
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

type Rule = RuleVersion['rule']

const NEW: Rule = { amountMinor: 3_000, per: 'meal', days: 'workdays', carryOver: false, excludes: [...CHARGES] }

const toggled = <T,>(all: readonly T[], one: T): T[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one]

/** A rule's fields; a change is a new version from a day on. */
export function RuleSheet({
  setup,
  before,
  onClose,
  onDone,
}: {
  readonly setup: Setup
  readonly before?: RuleVersion
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation('company')
  const { say } = useLocale()
  const [name, setName] = useState(before?.name ?? { zh: '', en: '' })
  const [rule, setRuleState] = useState<Rule>(before?.rule ?? NEW)
  const [amount, setAmount] = useState(yuanOf(rule.amountMinor))
  const [shifts, setShifts] = useState(rule.shifts?.join(', ') ?? '')
  const [from, setFrom] = useState(before && before.from > setup.tomorrow ? before.from : setup.tomorrow)
  const put = (given: Partial<Rule>) => setRuleState({ ...rule, ...given })
  const days = Array.isArray(rule.days) ? 'weekdays' : rule.days
  const save = async (key: string) => {
    const { periods, siteIds, buildingIds, ...rest } = rule
    const named = shifts.split(/[,，\s]+/).filter((word) => word !== '')
    const more = {
      ...(periods?.length ? { periods } : {}),
      ...(siteIds?.length ? { siteIds } : {}),
      ...(buildingIds?.length ? { buildingIds } : {}),
      ...(named.length > 0 ? { shifts: named } : {}),
    }
    const { shifts: _before, ...kept } = rest
    const body = { name, from, rule: { ...kept, ...more, amountMinor: minorOf(amount) } }
    const series = before ? { seriesId: before.seriesId, position: before.position } : {}
    await setRule({ params: { companyId: setup.companyId }, body: { ...body, ...series } }, { key })
    onDone()
  }
  return (
    <FormSheet
      title={before ? t('rules.change') : t('rules.add')}
      description={before ? t('rules.changeText') : undefined}
      submit={t('rules.save')}
      onClose={onClose}
      onSubmit={save}
    >
      {(['zh', 'en'] as const).map((lang) => (
        <TextField
          key={lang}
          label={t(`field.name_${lang}`)}
          required
          maxLength={80}
          value={name[lang]}
          onChange={(event) => setName({ ...name, [lang]: event.target.value })}
        />
      ))}
      <TextField
        label={t('rules.amount')}
        type="number"
        min="0"
        step="0.01"
        required
        value={amount}
        onChange={(event) => setAmount(event.target.value)}
      />
      <Select
        label={t('rules.perLabel')}
        value={rule.per}
        onChange={(event) => put({ per: PER.find((per) => per === event.target.value) ?? 'meal' })}
      >
        {PER.map((per) => (
          <option key={per} value={per}>
            {t(`rules.perName.${per}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t('rules.days')}
        value={days}
        onChange={(event) => {
          const chosen = DAYS.find((one) => one === event.target.value) ?? 'workdays'
          put({ days: chosen === 'weekdays' ? [1, 2, 3, 4, 5] : chosen })
        }}
      >
        {DAYS.map((one) => (
          <option key={one} value={one}>
            {t(`rules.${one}`)}
          </option>
        ))}
      </Select>
      {Array.isArray(rule.days) && (
        <Choices
          legend={t('rules.weekdays')}
          options={WEEK.map((one) => [one, t(`weekday.${String(one) as '1'}`)] as const)}
          chosen={rule.days}
          onToggle={(one) => put({ days: toggled(Array.isArray(rule.days) ? rule.days : [], one).sort() })}
        />
      )}
      <Choices
        legend={t('rules.meals')}
        options={PERIODS.map((period) => [period, t(`period.${period}`)] as const)}
        chosen={rule.periods ?? []}
        onToggle={(period) => put({ periods: toggled(rule.periods ?? [], period) })}
      />
      <TextField
        label={t('rules.shiftsLabel')}
        hint={t('rules.shiftsHint')}
        value={shifts}
        onChange={(event) => setShifts(event.target.value)}
      />
      <Choices
        legend={t('rules.kitchens')}
        options={setup.kitchens.map(({ id, name: kitchen }) => [id, say(kitchen)] as const)}
        chosen={rule.siteIds ?? []}
        onToggle={(id) => put({ siteIds: toggled(rule.siteIds ?? [], id) })}
      />
      {setup.sites.length > 1 && (
        <Choices
          legend={t('rules.sites')}
          options={setup.sites.map(({ buildingId, name: site }) => [buildingId, say(site)] as const)}
          chosen={rule.buildingIds ?? []}
          onToggle={(id) => put({ buildingIds: toggled(rule.buildingIds ?? [], id) })}
        />
      )}
      <Choices
        legend={t('rules.excluded')}
        options={CHARGES.map((kind) => [kind, t(`charge.${kind}`)] as const)}
        chosen={rule.excludes.filter((kind) => kind !== 'food')}
        onToggle={(kind) => put({ excludes: toggled(rule.excludes, kind) })}
      />
      <Checkbox
        label={t('rules.carryOver')}
        checked={rule.carryOver}
        onChange={(event) => put({ carryOver: event.target.checked })}
      />
      <TextField
        label={t('rules.from')}
        type="date"
        required
        min={setup.tomorrow}
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
    </FormSheet>
  )
}

/** Several of a few; none of them means all. */
export function Choices<V extends string | number>({
  legend,
  options,
  chosen,
  onToggle,
}: {
  readonly legend: string
  readonly options: readonly (readonly [V, string])[]
  readonly chosen: readonly V[]
  readonly onToggle: (value: V) => void
}) {
  return (
    <fieldset>
      <legend className="mb-1 text-secondary font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-x-4">
        {options.map(([value, label]) => (
          <Checkbox key={value} label={label} checked={chosen.includes(value)} onChange={() => onToggle(value)} />
        ))}
      </div>
    </fieldset>
  )
}
