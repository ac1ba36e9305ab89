import { useTranslation } from '../../../i18n/use-translation'
import { SubPages } from '../sub-pages'

const BASE = '/console/procurement/matching'

/** What does not agree, invoices, credits, and from when on somebody must look. */
export function MatchingPages() {
  const { t } = useTranslation('procurement-matching')
  const pages = [
    { to: BASE, label: t('pages.discrepancies') },
    { to: `${BASE}/invoices`, label: t('pages.invoices') },
    { to: `${BASE}/credits`, label: t('pages.credits') },
    { to: `${BASE}/rules`, label: t('pages.rules') },
  ]
  return <SubPages label={t('pages.label')} pages={pages} />
}
