import { useTranslation } from '../../i18n/use-translation'
import { SubPages } from '../procurement/sub-pages'

const BASE = '/console/supplier'

/** A supplier's own orders, papers and statement. */
export function OwnPages() {
  const { t } = useTranslation('supplier')
  const pages = [
    { to: BASE, label: t('pages.orders') },
    { to: `${BASE}/papers`, label: t('pages.papers') },
    { to: `${BASE}/statement`, label: t('pages.statement') },
  ]
  return <SubPages label={t('pages.label')} pages={pages} />
}
