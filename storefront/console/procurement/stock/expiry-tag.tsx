import { useTranslation } from '../../../i18n/use-translation'
import { Tag } from '../../../ui/tag'

/** How close a lot is to its expiry: by colour and in words. */
export function ExpiryTag({ daysLeft }: { readonly daysLeft: number }) {
  const { t } = useTranslation('procurement')
  if (daysLeft < 0) return <Tag kind="danger">{t('stock.expired')}</Tag>
  if (daysLeft === 0) return <Tag kind="danger">{t('stock.today')}</Tag>
  const kind = daysLeft <= 2 ? 'warn' : daysLeft <= 7 ? 'neutral' : 'brand'
  return <Tag kind={kind}>{t('stock.days', { count: daysLeft })}</Tag>
}
