import { useState } from 'react'
import { type Prices, setRoutePrices } from '../../../api/density'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { TextField } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { useDensityAgain } from './use-density'

const FIELDS = ['perRunMinor', 'perKmMinor', 'perStopMinor', 'marginPerBoxMinor'] as const

/** What delivering costs and what a box leaves, as one operator reckons. Typed in yuan, kept in fen. */
export function PricesSheet({ prices, onClose }: { readonly prices: Prices; readonly onClose: () => void }) {
  const { t } = useTranslation('density')
  const { say } = useLocale()
  const [typed, setTyped] = useState(() => FIELDS.map((field) => (prices[field] / 100).toFixed(2)))
  const again = useDensityAgain()
  const save = async () => {
    const minor = typed.map((each) => Math.round(Number(each) * 100))
    const [perRunMinor = 0, perKmMinor = 0, perStopMinor = 0, marginPerBoxMinor = 0] = minor
    const body = { perRunMinor, perKmMinor, perStopMinor, marginPerBoxMinor }
    await setRoutePrices({ params: { operatorId: prices.operatorId }, body })
    await again()
  }
  return (
    <FormSheet
      title={t('prices.title', { operator: say(prices.name) })}
      description={t(prices.assumed ? 'prices.assumed' : 'prices.text')}
      submit={t('prices.save')}
      onSubmit={save}
      onClose={onClose}
    >
      {FIELDS.map((field, i) => (
        <TextField
          key={field}
          label={t(`prices.${field}`)}
          type="number"
          inputMode="decimal"
          required
          min={0}
          max={10_000}
          step={0.01}
          value={typed[i] ?? ''}
          onChange={({ target }) => setTyped(typed.map((each, at) => (at === i ? target.value : each)))}
        />
      ))}
    </FormSheet>
  )
}
