import type { SupplierRow } from '../../../api/procurement-suppliers'
import { useTranslation } from '../../../i18n/use-translation'
import { Tag } from '../../../ui/tag'

const KINDS = { valid: 'brand', ending: 'warn', expired: 'danger', none: 'danger' } as const

/** Whether a supplier's papers hold, in a word. */
export function PapersTag({ papers }: Pick<SupplierRow, 'papers'>) {
  const { t } = useTranslation('procurement-suppliers')
  return <Tag kind={KINDS[papers]}>{t(`papers.${papers}`)}</Tag>
}
