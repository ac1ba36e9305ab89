import { Download } from 'lucide-react'
import { useState } from 'react'
import { count } from '../i18n/format'
import { useLocale } from '../i18n/use-locale'
import { useTranslation } from '../i18n/use-translation'
import { Button } from './button'
import type { SheetKind } from './export/save-sheet'
import type { Column } from './table'

/** How many rows there are, and the way to take them along as they stand: filtered and in this order. */
export function TableFoot<R>({
  name,
  columns,
  rows,
}: {
  /** Of the file, without its ending. */
  readonly name: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
}) {
  const { t } = useTranslation('ui')
  const { locale } = useLocale()
  const [busy, setBusy] = useState<SheetKind>()
  const save = async (kind: SheetKind) => {
    setBusy(kind)
    const [{ saveSheet }, { sheetOf }] = await Promise.all([import('./export/save-sheet'), import('./export/sheet-of')])
    await saveSheet(kind, name, sheetOf(columns, rows)).finally(() => setBusy(undefined))
  }
  return (
    <div className="mt-2 flex flex-wrap items-center justify-between gap-2 text-secondary text-ink-2">
      <span className="figures">{t('table.rows', { count: rows.length, rows: count(rows.length, locale) })}</span>
      <span className="flex gap-1">
        {(['csv', 'xlsx'] as const).map((kind) => (
          <Button
            key={kind}
            kind="quiet"
            size="small"
            busy={busy === kind}
            icon={<Download size={16} aria-hidden />}
            onClick={() => void save(kind)}
          >
            {t(`table.${kind}`)}
          </Button>
        ))}
      </span>
    </div>
  )
}
