import { Plus, ReceiptText, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { DensityAnswer, Prices } from '../../../../api/density'
import type { FeeRule } from '../../../../api/fees'
import { useLocale } from '../../../../i18n/use-locale'
import { useTranslation } from '../../../../i18n/use-translation'
import { Button, IconButton } from '../../../../ui/button'
import { Loaded } from '../../../../ui/loaded'
import { Sheet } from '../../../../ui/sheet'
import { EmptyState } from '../../../../ui/states'
import { notify } from '../../../../ui/toast'
import { RuleSheet } from './rule-sheet'
import { conditionsOf, priceOf } from './rule-words'
import { useFees, useSetFees } from './use-fees'

/** What drops of one operator cost, rule by rule; the rule that names most decides. */
export function FeesPanel({
  operator,
  density,
  onClose,
}: {
  readonly operator: Prices
  readonly density: DensityAnswer
  readonly onClose: () => void
}) {
  const { t } = useTranslation('density')
  const { say } = useLocale()
  const fees = useFees(operator.operatorId)
  const set = useSetFees(operator.operatorId)
  const [adding, setAdding] = useState(false)
  const rules = fees.data?.rules ?? []
  const remove = async (rule: FeeRule) => {
    await set(rules.filter((each) => each !== rule))
    void notify({ text: t('fees.removed'), undo: () => void set(rules), undoLabel: t('fees.undo') })
  }
  return (
    <Sheet
      open
      onOpenChange={onClose}
      place="panel"
      title={t('fees.title', { operator: say(operator.name) })}
      description={t('fees.text')}
      footer={
        <Button icon={<Plus size={16} aria-hidden />} onClick={() => setAdding(true)}>
          {t('fees.add')}
        </Button>
      }
    >
      <Loaded of={fees}>
        {(data) =>
          data.rules.length === 0 ? (
            <EmptyState icon={<ReceiptText size={28} />} title={t('fees.none')} text={t('fees.noneText')} />
          ) : (
            <ul className="divide-y divide-line">
              {data.rules.map((rule) => (
                <Rule key={JSON.stringify(rule)} rule={rule} density={density} onRemove={() => void remove(rule)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {adding && (
        <RuleSheet density={density} onAdd={(rule) => set([...rules, rule])} onClose={() => setAdding(false)} />
      )}
    </Sheet>
  )
}

function Rule({
  rule,
  density,
  onRemove,
}: {
  readonly rule: FeeRule
  readonly density: DensityAnswer
  readonly onRemove: () => void
}) {
  const { t } = useTranslation('density')
  const { locale } = useLocale()
  const conditions = conditionsOf(rule, density, t, locale).join(' · ')
  return (
    <li className="flex items-center justify-between gap-3 py-2">
      <span className="min-w-0">
        <span className="figures block font-semibold">{priceOf(rule, density.currency, t, locale)}</span>
        <span className="block text-secondary text-ink-2">{conditions}</span>
      </span>
      <IconButton label={t('fees.remove', { rule: conditions })} onClick={onRemove}>
        <Trash2 size={18} aria-hidden />
      </IconButton>
    </li>
  )
}
