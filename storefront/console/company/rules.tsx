import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { endRule, type RuleVersion, type Setup, showSetup } from '../../api/company-admin'
import { day, money } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { Loaded } from '../../ui/loaded'
import { EmptyState } from '../../ui/states'
import { RuleSheet } from './rule-sheet'

type Open = { kind: 'new' } | { kind: 'change' | 'end'; version: RuleVersion } | undefined

/** What the company pays by rule, every version of it: written, changed from a day on, ended. */
export function Rules({ companyId }: { readonly companyId: string }) {
  const { t } = useTranslation('company')
  const [open, setOpen] = useState<Open>()
  const params = { companyId }
  const answer = useQuery({
    queryKey: ['company-setup', companyId],
    queryFn: ({ signal }) => showSetup({ params, query: {} }, { signal }),
  })
  const close = () => setOpen(undefined)
  const again = () => void answer.refetch()
  return (
    <Loaded of={answer}>
      {(setup) => (
        <div className="space-y-3">
          <Button onClick={() => setOpen({ kind: 'new' })}>{t('rules.add')}</Button>
          {setup.rules.length === 0 && <EmptyState title={t('rules.none')} text={t('rules.noneText')} />}
          <ul className="space-y-2">
            {setup.rules.map((version) => (
              <Rule
                key={version.versionId}
                setup={setup}
                version={version}
                onDo={(kind) => setOpen({ kind, version })}
              />
            ))}
          </ul>
          {(open?.kind === 'new' || open?.kind === 'change') && (
            <RuleSheet
              setup={setup}
              {...(open.kind === 'change' ? { before: open.version } : {})}
              onClose={close}
              onDone={again}
            />
          )}
          {open?.kind === 'end' && <End setup={setup} version={open.version} onClose={close} onDone={again} />}
        </div>
      )}
    </Loaded>
  )
}

function Rule({
  setup,
  version,
  onDo,
}: {
  readonly setup: Setup
  readonly version: RuleVersion
  readonly onDo: (kind: 'change' | 'end') => void
}) {
  const { t } = useTranslation('company')
  const { locale, say } = useLocale()
  const { rule, from, to, state, name } = version
  const days = Array.isArray(rule.days)
    ? rule.days.map((one) => t(`weekday.${String(one) as '1'}`)).join(' ')
    : t(`rules.${rule.days}`)
  const kitchens = setup.kitchens.filter(({ id }) => rule.siteIds?.includes(id)).map((one) => say(one.name))
  const parts = [
    days,
    rule.periods?.map((period) => t(`period.${period}`)).join(' ') ?? t('rules.everyMeal'),
    ...(rule.shifts ? [t('rules.shifts', { shifts: rule.shifts.join(', ') })] : []),
    ...kitchens,
    rule.carryOver ? t('rules.carries') : t('rules.lapses'),
    t('rules.excludes', { kinds: rule.excludes.map((kind) => t(`charge.${kind}`)).join(', ') || '–' }),
  ]
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 rounded-card border border-line bg-surface p-4">
      <div>
        <p className="font-semibold">
          {say(name)} ·{' '}
          <span className="figures">
            {t(`rules.per.${rule.per}`, { amount: money(rule.amountMinor, setup.currency, locale) })}
          </span>
        </p>
        <p className="text-secondary text-ink-2">{parts.join(' · ')}</p>
        <p className="text-secondary text-ink-2">
          {t(`rules.state.${state}`)} · {day(from, locale)} – {to ? day(to, locale) : t('rules.open')}
        </p>
      </div>
      {state !== 'over' && (
        <p className="flex gap-2">
          <Button kind="secondary" onClick={() => onDo('change')}>
            {t('rules.change')} <span className="sr-only">{say(name)}</span>
          </Button>
          <Button kind="quiet" onClick={() => onDo('end')}>
            {t('rules.end')} <span className="sr-only">{say(name)}</span>
          </Button>
        </p>
      )}
    </li>
  )
}

function End({
  setup: { companyId, tomorrow },
  version: { seriesId, name },
  onClose,
  onDone,
}: {
  readonly setup: Setup
  readonly version: RuleVersion
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation('company')
  const { say } = useLocale()
  const [to, setTo] = useState(tomorrow)
  return (
    <FormSheet
      title={`${t('rules.end')}: ${say(name)}`}
      submit={t('rules.end')}
      danger
      onClose={onClose}
      onSubmit={async (key) => {
        await endRule({ params: { companyId, seriesId }, body: { to } }, { key })
        onDone()
      }}
    >
      <TextField
        label={t('rules.lastDay')}
        type="date"
        required
        value={to}
        onChange={(event) => setTo(event.target.value)}
      />
    </FormSheet>
  )
}
