import { useState } from 'react'
import { addEmployee } from '../../api/company-admin'
import { useTranslation } from '../../i18n/use-translation'
import { TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'
import { notify } from '../../ui/toast'

const FIELDS = ['name', 'email', 'number', 'department', 'costCentre', 'shift'] as const
type Field = (typeof FIELDS)[number]
const OPTIONAL: readonly Field[] = ['costCentre', 'shift']
const EMPTY: Readonly<Record<Field, string>> = {
  name: '',
  email: '',
  number: '',
  department: '',
  costCentre: '',
  shift: '',
}

/** Puts one person on the list; who has an account of their own is invited instead. */
export function PersonSheet({
  companyId,
  onClose,
  onDone,
}: {
  readonly companyId: string
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation('company')
  const [typed, setTyped] = useState(EMPTY)
  const [wrong, setWrong] = useState<{ column: string; code: string }>()
  return (
    <FormSheet
      title={t('people.add')}
      description={t('people.addText')}
      submit={t('people.add')}
      onClose={onClose}
      onSubmit={async (key) => {
        const { costCentre, shift, ...rest } = typed
        const more = { ...(costCentre ? { costCentre } : {}), ...(shift ? { shift } : {}) }
        const done = await addEmployee({ params: { companyId }, body: { ...rest, ...more } }, { key })
        const [mistake] = done.errors
        setWrong(mistake)
        if (mistake) return false
        void notify({ text: done.invited > 0 ? t('people.invitedInstead') : t('people.added') })
        onDone()
        return true
      }}
    >
      {FIELDS.map((field) => (
        <TextField
          key={field}
          label={t(`field.${field}`)}
          required={!OPTIONAL.includes(field)}
          type={field === 'email' ? 'email' : 'text'}
          maxLength={80}
          value={typed[field]}
          onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
        />
      ))}
      {wrong && (
        <p role="alert" className="text-danger">
          {t(`error.${wrong.code as 'twice'}`, { defaultValue: wrong.code })} ({wrong.column})
        </p>
      )}
    </FormSheet>
  )
}
