import { useState } from 'react'
import { inviteEmployee } from '../../api/company-admin'
import { useTranslation } from '../../i18n/use-translation'
import { TextField } from '../../ui/field'
import { FormSheet } from '../../ui/form-sheet'

export interface Invited {
  readonly name: string
  readonly email: string
  readonly department: string
  readonly number: string | null
  readonly personId: string | null
}

const NOBODY: Invited = { name: '', email: '', department: '', number: null, personId: null }

/** Makes an invitation and shows its link, which is told this once. */
export function InviteSheet({
  companyId,
  who = NOBODY,
  onClose,
  onDone,
}: {
  readonly companyId: string
  readonly who?: Invited
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation('company')
  const [typed, setTyped] = useState(who)
  const [link, setLink] = useState<string>()
  return (
    <FormSheet
      title={t('people.invite')}
      description={t('people.inviteText')}
      submit={link ? t('people.newLink') : t('people.makeLink')}
      onClose={onClose}
      onSubmit={async () => {
        const { number, personId, ...rest } = typed
        const more = { ...(number ? { number } : {}), ...(personId ? { personId } : {}) }
        const { code } = await inviteEmployee({ params: { companyId }, body: { ...rest, ...more } })
        setLink(`${window.location.origin}/join#${code}`)
        onDone()
        return false
      }}
    >
      {(['name', 'email', 'department'] as const).map((field) => (
        <TextField
          key={field}
          label={t(`field.${field}`)}
          required
          type={field === 'email' ? 'email' : 'text'}
          maxLength={80}
          value={typed[field]}
          readOnly={field === 'email' && who.email !== ''}
          onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
        />
      ))}
      {link && (
        <output className="block rounded-control bg-info-50 px-3 py-2">
          <b className="break-all">{link}</b>
          <span className="block text-secondary text-info">{t('people.linkText')}</span>
        </output>
      )}
    </FormSheet>
  )
}
