import { type FormEvent, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/field'
import { setCooks, type SetUp } from './api'

/** How many cooks there are at once; left empty, as many as the work asks for. */
export function Cooks({
  siteId,
  cooks,
  onSave,
}: {
  readonly siteId: string
  readonly cooks: number | null
  readonly onSave: (work: Promise<SetUp>) => void
}) {
  const { t } = useTranslation('kitchen')
  const [draft, setDraft] = useState(cooks === null ? '' : String(cooks))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave(setCooks({ params: { siteId }, body: { cooks: draft === '' ? null : Number(draft) } }))
  }
  return (
    <form className="mt-6 flex items-end gap-3" aria-label={t('cooks')} onSubmit={submit}>
      <TextField
        label={t('cooks')}
        type="number"
        min={1}
        max={500}
        placeholder={t('cooksAny')}
        value={draft}
        onChange={({ target }) => setDraft(target.value)}
      />
      <Button kind="secondary">{t('save')}</Button>
    </form>
  )
}
