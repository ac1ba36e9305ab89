import { useState } from 'react'
import type { DensityAnswer } from '../../../../api/density'
import type { FeeRule } from '../../../../api/fees'
import { useLocale } from '../../../../i18n/use-locale'
import { useTranslation } from '../../../../i18n/use-translation'
import { Select, TextField } from '../../../../ui/field'
import { FormSheet } from '../../../../ui/form-sheet'
import { POINT_KINDS, ruleOf, type TypedRule, UNTYPED, wrongIn } from './new-rule'

const RANGES = [
  ['fromKm', 'toKm'],
  ['fromValue', 'toValue'],
  ['fee', 'perKm'],
] as const

/** One more rule: where it holds, and what it asks. */
export function RuleSheet({
  density,
  onAdd,
  onClose,
}: {
  readonly density: DensityAnswer
  readonly onAdd: (rule: FeeRule) => Promise<void>
  readonly onClose: () => void
}) {
  const { t } = useTranslation('density')
  const { say } = useLocale()
  const [typed, setTyped] = useState(UNTYPED)
  const set = (name: keyof TypedRule) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value })
  const wrong = wrongIn(typed)
  const kitchens = new Map(density.kitchens.map(({ siteId, name }) => [siteId, name]))
  const add = async () => {
    if (wrong) return false
    await onAdd(ruleOf(typed))
    return true
  }
  return (
    <FormSheet
      title={t('fees.add')}
      description={t('fees.addText')}
      submit={t('fees.save')}
      onSubmit={add}
      onClose={onClose}
    >
      <Select label={t('fees.community')} value={typed.communityId} onChange={set('communityId')}>
        <option value="">{t('fees.any')}</option>
        {density.communities.map(({ communityId, name }) => (
          <option key={communityId} value={communityId}>
            {say(name)}
          </option>
        ))}
      </Select>
      <div className="grid grid-cols-2 gap-3">
        <Select label={t('filter.site')} value={typed.siteId} onChange={set('siteId')}>
          <option value="">{t('fees.any')}</option>
          {[...kitchens].map(([id, name]) => (
            <option key={id} value={id}>
              {say(name)}
            </option>
          ))}
        </Select>
        <Select label={t('fees.point')} value={typed.pointKind} onChange={set('pointKind')}>
          <option value="">{t('fees.any')}</option>
          {POINT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`fees.kind.${kind}`)}
            </option>
          ))}
        </Select>
      </div>
      {RANGES.map((pair) => (
        <div key={pair[0]} className="grid grid-cols-2 gap-3">
          {pair.map((name) => (
            <TextField
              key={name}
              label={t(`fees.field.${name}`)}
              type="number"
              inputMode="decimal"
              min={0}
              max={10_000}
              step={0.01}
              required={name === 'fee'}
              value={typed[name]}
              error={wrong === name ? t('fees.endsBefore') : undefined}
              onChange={set(name)}
            />
          ))}
        </div>
      ))}
    </FormSheet>
  )
}
