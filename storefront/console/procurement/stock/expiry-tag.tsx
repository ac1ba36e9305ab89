import { useTranslation } from '../../../i18n/use-translation'
import { Tag } from '../../../ui/tag'
import { heatOf } from './heat'

const KINDS = { expired: 'danger', today: 'danger', soon: 'warn', week: 'neutral', later: 'brand' } as const

/** How close a lot is to its expiry: by colour and in words. */
export function ExpiryTag({ daysLeft }: { readonly daysLeft: number }) {
  const { t } = useTranslation('procurement')
  const heat = heatOf(daysLeft)
  const words = heat === 'expired' || heat === 'today' ? t(`expiry.${heat}`) : t('expiry.days', { count: daysLeft })
  return <Tag kind={KINDS[heat]}>{words}</Tag>
}
