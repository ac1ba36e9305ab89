import { useState } from 'react'
import { type Centre, type Setup, setBudget } from '../../api/company-admin'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { minorOf, yuanOf } from './amount'

/** Sets what a cost centre may spend in a month. */
export function BudgetSheet({
  setup,
  centre,
  onClose,
  onDone,
}: {
  readonly setup: Setup
  readonly centre: Centre
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation('company')
  const { say } = useLocale()
  const [month, setMonth] = useState(setup.month)
  const [limit, setLimit] = useState(yuanOf(centre.limitMinor ?? 0))
  return (
    <FormSheet
      title={`${t('centres.setBudget')}: ${say(centre.name)}`}
      description={t('centres.budgetText')}
      submit={t('rules.save')}
      onClose={onClose}
      onSubmit={async (key) => {
        const params = { companyId: setup.companyId, costCentreId: centre.id }
        await setBudget({ params, body: { month, limitMinor: minorOf(limit) } }, { key })
        onDone()
      }}
    >
      <TextField
        label={t('centres.month')}
        type="month"
        required
        value={month}
        onChange={(event) => setMonth(event.target.value)}
      />
      <TextField
        label={t('centres.limit')}
        type="number"
        min="0"
        step="0.01"
        required
        value={limit}
        onChange={(event) => setLimit(event.target.value)}
      />
    </FormSheet>
  )
}
