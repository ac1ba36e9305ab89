import { Camera } from 'lucide-react'
import { type ChangeEvent, useState } from 'react'
import type { Drop } from '../api/courier'
import { useTranslation } from '../i18n/use-translation'
import { Button, buttonLook } from '../ui/button'
import { Sheet } from '../ui/sheet'
import { Problems } from '../ui/states'
import { useAct } from './acts/use-act'
import { shrink } from './shrink-photo'

/** A photo as proof of where an order was left, small enough for a poor line. */
export function PhotoSheet({
  runId,
  drop,
  onClose,
  onDone,
}: {
  readonly runId: string
  readonly drop: Drop
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation('courier')
  const [base64, setBase64] = useState<string>()
  const [broken, setBroken] = useState(false)
  const add = useAct(onDone)
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    setBroken(false)
    if (file) shrink(file).then(setBase64, () => setBroken(true))
  }
  const send = () => {
    if (base64 === undefined) return
    add.act({ kind: 'photo', runId, dropId: drop.id, number: drop.number, type: 'image/jpeg', base64 })
  }
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={t('photo.title', { number: drop.number })}
      description={t('photo.hint')}
      footer={
        <Button
          size="large"
          wide
          busy={add.busy}
          disabledBecause={base64 === undefined ? t('photo.first') : undefined}
          onClick={send}
        >
          {t('photo.keep')}
        </Button>
      }
    >
      {base64 !== undefined && (
        <img alt={t('photo.taken')} src={`data:image/jpeg;base64,${base64}`} className="mb-3 w-full rounded-card" />
      )}
      <label className={`${buttonLook({ kind: 'secondary', size: 'large', wide: true })} has-focus-visible:outline-3`}>
        <Camera size={22} aria-hidden />
        {t(base64 === undefined ? 'photo.take' : 'photo.again')}
        <input type="file" accept="image/*" capture="environment" className="sr-only" onChange={take} />
      </label>
      {broken && (
        <p role="alert" className="mt-2 text-danger">
          {t('photo.broken')}
        </p>
      )}
      {add.problem && <Problems error={add.problem} />}
    </Sheet>
  )
}
