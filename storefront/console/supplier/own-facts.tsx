import { FileCode, FileText } from 'lucide-react'
import type { Order } from '../../api/supplier'
import { day } from '../../i18n/format'
import { useLocale } from '../../i18n/use-locale'
import { useTranslation } from '../../i18n/use-translation'
import { Facts } from '../../ui/facts'
import { useAmounts } from '../procurement/use-amounts'

const LINK = 'inline-flex min-h-8 items-center gap-1 text-brand-700 underline'

/** Where and when, for how much, what was said of it, and the order on paper. */
export function OwnFacts({ order }: { readonly order: Order }) {
  const { t } = useTranslation('supplier')
  const { t: buying } = useTranslation('procurement')
  const { locale, say } = useLocale()
  const { yuan } = useAmounts()
  const eta = order.eta && new Date(order.eta)
  return (
    <>
      <Facts
        facts={{
          [t('deliverTo')]: say(order.site),
          [buying('columns.deliverOn')]: day(order.deliverOn, locale),
          [buying('columns.total')]: yuan(order.totalMinor),
          [t('eta.title')]: eta
            ? [eta.toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' }), order.etaNote]
                .filter(Boolean)
                .join(' · ')
            : undefined,
          [t('shortLater.reason')]: order.shortReason ?? undefined,
        }}
      />
      <p className="mt-3 flex flex-wrap gap-4">
        <a className={LINK} href={`/api/supplier/orders/${order.id}/order.pdf`} target="_blank" rel="noreferrer">
          <FileText size={16} aria-hidden /> {t('pdf')}
        </a>
        <a className={LINK} href={`/api/supplier/orders/${order.id}/order.xml`} download>
          <FileCode size={16} aria-hidden /> {t('ubl')}
        </a>
      </p>
    </>
  )
}
