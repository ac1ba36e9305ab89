import type { InvoiceRow } from '../../../api/procurement-matching'
import { useTranslation } from '../../../i18n/use-translation'
import { Tag } from '../../../ui/tag'

/** Whether an invoice may be paid, and how much stands in the way. */
export function InvoiceTag({ invoice: { status, openDiscrepancies } }: { readonly invoice: InvoiceRow }) {
  const { t } = useTranslation('procurement-matching')
  if (status === 'payable') return <Tag kind="brand">{t('invoiceStatus.payable')}</Tag>
  return <Tag kind="warn">{t('heldBy', { count: openDiscrepancies })}</Tag>
}
