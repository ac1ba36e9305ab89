import { useMemo } from 'react'
import type { ImportError, ImportResult } from '../../../api/procurement-imports'
import { useTranslation } from '../../../i18n/use-translation'
import { DataTable } from '../../../ui/data-table'
import type { Column } from '../../../ui/table'

/** What a sheet would change or has changed, or every cell that stands in the way. */
export function ImportOutcome({ result }: { readonly result: ImportResult }) {
  const { t } = useTranslation('procurement-imports')
  const columns = useColumns()
  const { rows, added, changed, unchanged, errors, committed } = result
  return (
    <section aria-live="polite" className="mt-4">
      <p
        className={`mb-3 rounded-control px-3 py-2 ${errors.length > 0 ? 'bg-danger-50 text-danger' : 'bg-brand-50 text-brand-800'}`}
      >
        {errors.length > 0
          ? t('faulty', { count: errors.length })
          : t(committed ? 'committed' : 'clean', { rows, added, changed, unchanged })}
      </p>
      {errors.length > 0 && (
        <DataTable
          caption={t('errors')}
          columns={columns}
          rows={errors}
          rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
          exportAs={t('errors')}
        />
      )}
    </section>
  )
}

function useColumns(): readonly Column<ImportError>[] {
  const { t } = useTranslation('procurement-imports')
  return useMemo(
    () => [
      { key: 'row', header: t('row'), cell: ({ row }) => row, sort: ({ row }) => row, align: 'end' },
      { key: 'column', header: t('column'), cell: ({ column }) => column, sort: ({ column }) => column },
      { key: 'value', header: t('value'), cell: ({ value }) => value, sort: ({ value }) => value },
      {
        key: 'code',
        header: t('wrong'),
        cell: ({ code }) => t(`code.${code}` as 'code.number', { defaultValue: code }),
        sort: ({ code }) => t(`code.${code}` as 'code.number', { defaultValue: code }),
      },
    ],
    [t],
  )
}
