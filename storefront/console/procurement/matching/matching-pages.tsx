import { useTranslation } from '../../../i18n/use-translation'
import { SubPages } from '../sub-pages'

const BASE = '/console/procurement/matching'

/** What does not agree, invoices, and credits. */
export function MatchingPages() {
  const { t } = useTranslation('procurement-matching')
  const pages = [
    { to: BASE, label: t('pages.discrepancies') },
    { to: `${BASE}/invoices`, label: t('pages.invoices') },
    { to: `${BASE}/credits`, label: t('pages.credits') },
  ]
  return <SubPages label={t('pages.label')} pages={pages} />
}
