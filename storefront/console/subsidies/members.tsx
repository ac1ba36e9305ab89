import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { importMembers, listMembers, type Member } from '../../api/subsidies'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { DataTable } from '../../ui/data-table'
import { Loaded } from '../../ui/loaded'
import { EmptyState, Problems } from '../../ui/states'
import type { Column } from '../../ui/table'
import { FileField } from '../../ui/upload/file-field'
import { readUpload } from '../../ui/upload/read-upload'
import { useSort } from '../procurement/use-sort'

type Imported = Awaited<ReturnType<typeof importMembers>>

/** The register, without anything that decides about subsidies, and taking a sheet over. */
export function Members({ operatorId }: { readonly operatorId: string }) {
  const { t } = useTranslation('subsidies')
  const sorting = useSort()
  const params = { operatorId }
  const answer = useQuery({
    queryKey: ['members', operatorId],
    queryFn: ({ signal }) => listMembers({ params }, { signal }),
  })
  const columns = useMemo(
    (): Column<Member>[] => [
      { key: 'name', header: t('name'), cell: ({ name }) => name, sort: ({ name }) => name },
      { key: 'code', header: t('code'), cell: ({ code }) => code, sort: ({ code }) => code },
      { key: 'card', header: t('card'), cell: ({ card }) => card ?? '', sort: ({ card }) => card ?? '' },
      {
        key: 'document',
        header: t('document'),
        wide: true,
        cell: ({ idLast4 }) => (idLast4 ? `…${idLast4}` : t('none')),
      },
      { key: 'schemes', header: t('schemes'), wide: true, cell: ({ schemes }) => schemes.join(', ') },
    ],
    [t],
  )
  return (
    <div className="space-y-4">
      <TakeOver operatorId={operatorId} onDone={() => void answer.refetch()} />
      <Loaded of={answer}>
        {({ members }) => (
          <DataTable
            caption={t('view.members')}
            columns={columns}
            rows={members}
            rowKey={({ memberId }) => memberId}
            empty={<EmptyState title={t('noMembers')} text={t('noMembersText')} />}
            {...sorting}
          />
        )}
      </Loaded>
    </div>
  )
}

function TakeOver({ operatorId, onDone }: { readonly operatorId: string; readonly onDone: () => void }) {
  const { t } = useTranslation('subsidies')
  const [file, setFile] = useState<File>()
  const [done, setDone] = useState<Imported>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const take = async () => {
    if (!file) return
    setBusy(true)
    setError(undefined)
    try {
      setDone(await importMembers({ params: { operatorId }, body: { file: await readUpload(file) } }))
      onDone()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="space-y-2">
      <FileField label={t('sheet')} accept=".csv,.xlsx" file={file} onFile={setFile} />
      <p className="text-caption text-ink-2">{t('sheetHint')}</p>
      <Button
        kind="secondary"
        busy={busy}
        disabledBecause={file ? undefined : t('sheetFirst')}
        onClick={() => void take()}
      >
        {t('takeOver')}
      </Button>
      {error !== undefined && <Problems error={error} />}
      {done && (
        <output className="block">
          <p>{t('tookOver', { added: done.added, changed: done.changed, unchanged: done.unchanged })}</p>
          <ul className="text-secondary text-danger">
            {done.errors.map(({ line, column, code, value }) => (
              <li key={`${line} ${column} ${code}`}>
                {t('lineError', { line, column, value, why: t(`error.${code as 'date'}`, { defaultValue: code }) })}
              </li>
            ))}
          </ul>
        </output>
      )}
    </section>
  )
}
