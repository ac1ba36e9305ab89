import { FileText } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Paper } from '../../../api/procurement-suppliers'
import { useLocale } from '../../../i18n/use-locale'
import { useTranslation } from '../../../i18n/use-translation'
import { Tag } from '../../../ui/tag'
import { fullDate } from '../full-date'

const KINDS = { waiting: 'warn', accepted: 'brand', refused: 'danger' } as const

/** Certificates, each with the time it holds for, its scan and whether it counts. */
export function PaperList<P extends Paper>({
  papers,
  named = true,
  beside,
}: {
  readonly papers: readonly P[]
  /** Says whose each is; not needed where all are of one supplier. */
  readonly named?: boolean
  /** What stands after a paper: how long it holds, what to decide. */
  readonly beside?: (paper: P) => ReactNode
}) {
  const { t } = useTranslation('procurement-suppliers')
  const { locale, say } = useLocale()
  return (
    <ul className="divide-y divide-line border-y border-line">
      {papers.map((paper) => (
        <li key={paper.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <span className="min-w-44 flex-1">
            <span className="font-medium">{t(`kind.${paper.kind}`)}</span>{' '}
            <Tag kind={KINDS[paper.status]}>{t(`paperStatus.${paper.status}`)}</Tag>
            <span className="block text-secondary text-ink-2">
              {named && `${say(paper.supplier)} · `}
              {fullDate(paper.validFrom, locale)} – {fullDate(paper.validTo, locale)}
              {paper.note && ` · ${paper.note}`}
            </span>
          </span>
          {beside?.(paper)}
          {paper.fileId && (
            <a
              className="inline-flex min-h-8 items-center gap-1 text-brand-700 underline"
              href={`/api/procurement/files/${paper.fileId}`}
              target="_blank"
              rel="noreferrer"
            >
              <FileText size={16} aria-hidden /> {t('paper.open')}
            </a>
          )}
        </li>
      ))}
      {papers.length === 0 && <li className="py-2 text-ink-2">{t('paper.none')}</li>}
    </ul>
  )
}
