import { Paperclip, X } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { IconButton } from '../button'
import { MOST_BYTES } from './read-upload'

/** A file to hand in, chosen or dropped; on a phone the camera may take it. Too large ones are refused at once. */
export function FileField({
  label,
  accept,
  photo = false,
  file,
  onFile,
  error,
}: {
  readonly label: string
  /** As in HTML: `.xlsx,.csv`, `image/*`. */
  readonly accept: string
  /** Opens the camera on a phone; pictures may be of any size, as they are drawn smaller. */
  readonly photo?: boolean
  readonly file: File | undefined
  readonly onFile: (file: File | undefined) => void
  readonly error?: string | undefined
}) {
  const { t } = useTranslation('ui')
  const id = useId()
  const [tooLarge, setTooLarge] = useState(false)
  const take = (chosen: File | undefined) => {
    const over = chosen !== undefined && !photo && chosen.size > MOST_BYTES
    setTooLarge(over)
    onFile(over ? undefined : chosen)
  }
  const problem = tooLarge ? t('file.tooLarge') : error
  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        take(event.dataTransfer.files[0])
      }}
    >
      <span id={`${id}-label`} className="mb-1 block text-secondary font-medium">
        {label}
      </span>
      <div className="flex items-center gap-2">
        <label className="flex min-h-target min-w-0 flex-1 items-center gap-2 rounded-control border border-dashed border-control bg-surface px-3 py-1 hover:bg-brand-50 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring">
          <Paperclip size={16} aria-hidden className="shrink-0" />
          <span className="truncate">{file ? file.name : t(photo ? 'file.photo' : 'file.choose')}</span>
          <input
            type="file"
            className="sr-only"
            accept={accept}
            aria-labelledby={`${id}-label`}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `${id}-error` : undefined}
            {...(photo ? { capture: 'environment' as const } : {})}
            // the same file may be chosen again after it was mended
            onClick={(event) => {
              event.currentTarget.value = ''
            }}
            onChange={(event) => take(event.currentTarget.files?.[0])}
          />
        </label>
        {file && (
          <IconButton label={t('file.remove')} onClick={() => take(undefined)}>
            <X size={18} aria-hidden />
          </IconButton>
        )}
      </div>
      {problem && (
        <p id={`${id}-error`} role="alert" className="mt-1.5 text-secondary text-danger">
          {problem}
        </p>
      )}
    </div>
  )
}
