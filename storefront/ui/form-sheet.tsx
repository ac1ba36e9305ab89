import { type ReactNode, useRef, useState } from 'react'
import { problemOf } from '../api/problem'
import { useTranslation } from '../i18n/use-translation'
import { Button } from './button'
import { Sheet } from './sheet'
import { Problems } from './states'

/** One act that needs a word first: fields, what went wrong, and one button that does it. It closes when it is done. */
export function FormSheet({
  title,
  description,
  submit,
  danger = false,
  disabledBecause,
  onSubmit,
  onClose,
  children,
}: {
  readonly title: string
  readonly description?: ReactNode
  /** What the button says. */
  readonly submit: string
  readonly danger?: boolean
  readonly disabledBecause?: string | undefined
  /** Does it under this key: pressed twice it has one effect. False leaves the sheet open. */
  readonly onSubmit: (key: string) => Promise<boolean | void>
  readonly onClose: () => void
  readonly children?: ReactNode
}) {
  const { t } = useTranslation('ui')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const form = useRef<HTMLFormElement>(null)
  const key = useRef(crypto.randomUUID())
  const send = async () => {
    if (busy || disabledBecause !== undefined || !form.current?.reportValidity()) return
    setBusy(true)
    setError(undefined)
    try {
      if ((await onSubmit(key.current)) !== false) return onClose()
    } catch (problem) {
      setError(problem)
      // refused, so the next press is another act; without an answer it may have been done and is the same one
      if (problemOf(problem).status !== 0) key.current = crypto.randomUUID()
    }
    setBusy(false)
  }
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={title}
      description={description}
      footer={
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            {t('close')}
          </Button>
          <Button
            kind={danger ? 'danger' : 'primary'}
            busy={busy}
            disabledBecause={disabledBecause}
            onClick={() => void send()}
          >
            {submit}
          </Button>
        </div>
      }
    >
      <form
        ref={form}
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {children}
        {error !== undefined && <Problems error={error} />}
      </form>
    </Sheet>
  )
}
