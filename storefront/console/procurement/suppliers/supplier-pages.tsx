import { useTranslation } from '../../../i18n/use-translation'
import { SubPages } from '../sub-pages'

const BASE = '/console/procurement/suppliers'

/** Suppliers, their papers, how well they do, and where sheets are read in. */
export function SupplierPages() {
  const { t } = useTranslation('procurement-suppliers')
  const pages = [
    { to: BASE, label: t('pages.list') },
    { to: `${BASE}/papers`, label: t('pages.papers') },
    { to: `${BASE}/scorecards`, label: t('pages.scorecards') },
    { to: `${BASE}/import`, label: t('pages.import') },
  ]
  return <SubPages label={t('pages.label')} pages={pages} />
}
