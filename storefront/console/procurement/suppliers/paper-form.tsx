import { useState } from 'react'
import type { PaperKind } from '../../../api/procurement-suppliers'
import { useTranslation } from '../../../i18n/use-translation'
import { Select, TextField } from '../../../ui/field'
import { FormSheet } from '../../../ui/form-sheet'
import { FileField } from '../../../ui/upload/file-field'
import { readUpload, type UploadedFile } from '../../../ui/upload/read-upload'

const PAPER_KINDS: readonly PaperKind[] = ['food_licence', 'animal_quarantine', 'cold_chain', 'inspection_report']

export interface FiledPaper {
  readonly kind: PaperKind
  readonly validFrom: string
  readonly validTo: string
  readonly file: UploadedFile
}

/** A certificate to file: of which kind, from when until when, and its scan. */
export function PaperForm({
  hint,
  onFile,
  onClose,
}: {
  readonly hint: string
  readonly onFile: (paper: FiledPaper, key: string) => Promise<unknown>
  readonly onClose: () => void
}) {
  const { t } = useTranslation('procurement-suppliers')
  const [kind, setKind] = useState<PaperKind>('food_licence')
  const [validFrom, setFrom] = useState('')
  const [validTo, setTo] = useState('')
  const [file, setFile] = useState<File>()
  const [tried, setTried] = useState(false)
  const turned = validFrom !== '' && validTo !== '' && validTo < validFrom
  const send = async (key: string) => {
    setTried(true)
    if (!file || turned) return false
    await onFile({ kind, validFrom, validTo, file: await readUpload(file) }, key)
    return true
  }
  return (
    <FormSheet title={t('paper.add')} description={hint} submit={t('paper.file')} onSubmit={send} onClose={onClose}>
      <Select
        label={t('paper.kind')}
        value={kind}
        onChange={(event) => setKind(PAPER_KINDS.find((each) => each === event.target.value) ?? kind)}
      >
        {PAPER_KINDS.map((each) => (
          <option key={each} value={each}>
            {t(`kind.${each}`)}
          </option>
        ))}
      </Select>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t('paper.from')}
          type="date"
          required
          value={validFrom}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          label={t('paper.to')}
          type="date"
          required
          value={validTo}
          error={turned ? t('paper.turned') : undefined}
          onChange={(event) => setTo(event.target.value)}
        />
      </div>
      <FileField
        label={t('paper.scan')}
        accept="application/pdf,image/jpeg,image/png,image/webp"
        file={file}
        error={tried && !file ? t('paper.needed') : undefined}
        onFile={setFile}
      />
    </FormSheet>
  )
}
