import { useTranslation } from '../../i18n/use-translation'
import type { Quote } from '../../api/store'
import { Select } from '../../ui/field'

/** Lets an employee choose between the company's money and their own at public prices. */
export function PayWith({
  value,
  onChoose,
}: {
  readonly value: Quote['payWith']
  readonly onChoose: (value: Quote['payWith']) => void
}) {
  const { t } = useTranslation('shop')
  return (
    <Select
      label={t('checkout.payWith')}
      value={value}
      onChange={(event) => onChoose(event.target.value === 'company' ? 'company' : 'private')}
    >
      <option value="company">{t('checkout.withCompany')}</option>
      <option value="private">{t('checkout.alone')}</option>
    </Select>
  )
}
