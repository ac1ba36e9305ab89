import type { CountRow } from '../../../api/procurement-counts'
import { useTranslation } from '../../../i18n/use-translation'
import { Tag } from '../../../ui/tag'

const KINDS = { counting: 'info', recount: 'warn', posted: 'brand', cancelled: 'neutral' } as const

/** Where a count stands, in a word. */
export function CountTag({ status }: { readonly status: CountRow['status'] }) {
  const { t } = useTranslation('procurement-counts')
  return <Tag kind={KINDS[status]}>{t(`status.${status}`)}</Tag>
}
