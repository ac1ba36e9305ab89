import { useTranslation } from '../../i18n/use-translation'
import { Segmented } from '../../ui/choice'
import { usePayer } from './choose-payer'

/** Lets an employee see and pay the menu either way; nothing for everybody else. */
export function PayerSwitch() {
  const { t } = useTranslation('shop')
  const { employed, payWith, choose } = usePayer()
  if (!employed) return null
  return (
    <div className="min-w-64 whitespace-nowrap">
      <Segmented
        label={t('checkout.payWith')}
        options={[
          { value: 'company', label: t('checkout.companyMenu') },
          { value: 'private', label: t('checkout.privateMenu') },
        ]}
        value={payWith}
        onChange={choose}
      />
    </div>
  )
}
