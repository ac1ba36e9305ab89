import { useState } from 'react'
import { problemOf } from '../../../api/problem'
import { uploadPhoto } from '../../../api/procurement-receiving'
import { useTranslation } from '../../../i18n/use-translation'
import { useSentence } from '../../../ui/states'
import { FileField } from '../../../ui/upload/file-field'
import { readUpload } from '../../../ui/upload/read-upload'

/** A picture of what goes back: sent as soon as it is taken, so that it is there when the receipt is. */
export function RejectedPhoto({
  orderId,
  onPhoto,
}: {
  readonly orderId: string
  readonly onPhoto: (photoId: string | undefined) => void
}) {
  const { t } = useTranslation('procurement-receiving')
  const [file, setFile] = useState<File>()
  const [state, setState] = useState<'sending' | 'sent'>()
  const [error, setError] = useState<unknown>()
  const sentence = useSentence(problemOf(error))
  const take = async (taken: File | undefined) => {
    setFile(taken)
    setState(undefined)
    setError(undefined)
    onPhoto(undefined)
    if (!taken) return
    setState('sending')
    try {
      const { fileId } = await uploadPhoto({ params: { orderId }, body: { file: await readUpload(taken) } })
      setState('sent')
      onPhoto(fileId)
    } catch (problem) {
      setState(undefined)
      setError(problem)
    }
  }
  return (
    <div>
      <FileField
        label={t('photo')}
        accept="image/*"
        photo
        file={file}
        error={error === undefined ? undefined : sentence}
        onFile={(taken) => void take(taken)}
      />
      <p aria-live="polite" className="mt-1 text-caption text-ink-2">
        {state && t(`photoState.${state}`)}
      </p>
    </div>
  )
}
