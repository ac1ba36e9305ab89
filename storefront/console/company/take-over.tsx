import { useState } from 'react'
import { importEmployees } from '../../api/company-admin'
import { useTranslation } from '../../i18n/use-translation'
import { FileField } from '../../ui/upload/file-field'
import { readUpload } from '../../ui/upload/read-upload'
import { Button } from '../../ui/button'
import { Problems } from '../../ui/states'

type Imported = Awaited<ReturnType<typeof importEmployees>>

/** Takes the company's people over from a sheet and tells every line with a mistake. */
export function TakeOver({ companyId, onDone }: { readonly companyId: string; readonly onDone: () => void }) {
  const { t } = useTranslation('company')
  const [file, setFile] = useState<File>()
  const [done, setDone] = useState<Imported>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const take = async () => {
    if (!file) return
    setBusy(true)
    setError(undefined)
    try {
      setDone(await importEmployees({ params: { companyId }, body: { file: await readUpload(file) } }))
      onDone()
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  return (
    <section className="space-y-2 rounded-card border border-line bg-surface p-4">
      <FileField label={t('sheet.label')} accept=".csv,.xlsx" file={file} onFile={setFile} />
      <p className="text-caption text-ink-2">{t('sheet.hint')}</p>
      <Button
        kind="secondary"
        busy={busy}
        disabledBecause={file ? undefined : t('sheet.first')}
        onClick={() => void take()}
      >
        {t('sheet.take')}
      </Button>
      {error !== undefined && <Problems error={error} />}
      {done && (
        <output className="block">
          <p>{t('sheet.done', done)}</p>
          <ul className="text-secondary text-danger">
            {done.errors.map(({ line, column, code, value }) => (
              <li key={`${line} ${column} ${code}`}>
                {t('sheet.line', { line, column, value, why: t(`error.${code as 'twice'}`, { defaultValue: code }) })}
              </li>
            ))}
          </ul>
        </output>
      )}
    </section>
  )
}
