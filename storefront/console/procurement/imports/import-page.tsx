import { Download } from 'lucide-react'
import { useState } from 'react'
import { addressOf } from '../../../api/call'
import { type ImportResult, importSheet } from '../../../api/procurement-imports'
import { useTranslation } from '../../../i18n/use-translation'
import { Button, buttonLook } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Segmented } from '../../../ui/choice'
import { Problems } from '../../../ui/states'
import { notify } from '../../../ui/toast'
import { FileField } from '../../../ui/upload/file-field'
import { readUpload } from '../../../ui/upload/read-upload'
import { Shell } from '../shell'
import { SupplierPages } from '../suppliers/supplier-pages'
import { useOverview, useRefresh } from '../use-procurement'
import { ImportOutcome } from './import-outcome'

const KINDS = ['suppliers', 'items', 'prices', 'stocking'] as const
type Kind = (typeof KINDS)[number]

/** Suppliers, items, prices and what sites keep from a sheet: looked through first, then taken over as a whole or not at all. */
export default function ImportPage() {
  const { t } = useTranslation('procurement-imports')
  const refresh = useRefresh()
  const operatorId = useOverview().data?.streams[0]?.operatorId
  const [kind, setKind] = useState<Kind>('suppliers')
  const [file, setFile] = useState<File>()
  const [result, setResult] = useState<ImportResult>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState<'check' | 'commit'>()
  const forget = () => {
    setResult(undefined)
    setError(undefined)
  }
  const send = async (commit: boolean) => {
    if (!file || !operatorId) return
    setBusy(commit ? 'commit' : 'check')
    setError(undefined)
    try {
      const body = { operatorId, file: await readUpload(file), commit }
      const outcome = await importSheet({ params: { kind }, body })
      setResult(outcome)
      if (outcome.committed) {
        await refresh()
        void notify({ text: t('done', { count: outcome.added + outcome.changed }) })
      }
    } catch (problem) {
      setError(problem)
    }
    setBusy(undefined)
  }
  const clean = result && !result.committed && result.errors.length === 0
  return (
    <Shell>
      <div className="mb-3 flex justify-end">
        <SupplierPages />
      </div>
      <Card as="section" className="max-w-160 space-y-4">
        <div>
          <h2 className="text-title font-semibold">{t('title')}</h2>
          <p className="text-ink-2">{t('text')}</p>
        </div>
        <Segmented
          label={t('kind.label')}
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(next) => {
            setKind(next)
            forget()
          }}
        />
        {operatorId && (
          <a
            className={buttonLook({ kind: 'quiet' })}
            href={addressOf(`/api/procurement/imports/${kind}/template.csv`, { query: { operatorId } })}
            download
          >
            <Download size={16} aria-hidden /> {t('template')}
          </a>
        )}
        <FileField
          label={t('file')}
          accept=".xlsx,.csv"
          file={file}
          onFile={(chosen) => {
            setFile(chosen)
            forget()
          }}
        />
        <div className="flex justify-end gap-2">
          <Button
            kind={clean ? 'secondary' : 'primary'}
            busy={busy === 'check'}
            disabledBecause={file ? undefined : t('choose')}
            onClick={() => void send(false)}
          >
            {t('check')}
          </Button>
          {clean && (
            <Button busy={busy === 'commit'} onClick={() => void send(true)}>
              {t('commit', { count: result.rows })}
            </Button>
          )}
        </div>
        {error !== undefined && <Problems error={error} />}
      </Card>
      {result && <ImportOutcome result={result} />}
    </Shell>
  )
}
