import { useTranslation } from '../../../i18n/use-translation'
import { SubPages } from '../sub-pages'

const BASE = '/console/procurement/stock'

/** Lots, what goes between sites, and what was thrown away. */
export function StockPages() {
  const { t } = useTranslation('procurement-stock')
  const pages = [
    { to: BASE, label: t('pages.lots') },
    { to: `${BASE}/transfers`, label: t('pages.transfers') },
    { to: `${BASE}/waste`, label: t('pages.waste') },
  ]
  return <SubPages label={t('pages.label')} pages={pages} />
}
