import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation'
import { Scanner } from '../scan/scanner'
import { Sheet } from '../ui/sheet'
import { Problems } from '../ui/states'
import { findTillMember, type Member } from './api'

/** Finds a member by the camera, a card reader that types, or by hand. */
export default function MemberSheet({
  siteId,
  onClose,
  onFound,
}: {
  readonly siteId: string
  readonly onClose: () => void
  readonly onFound: (member: Member) => void
}) {
  const { t } = useTranslation('till')
  const [error, setError] = useState<unknown>()
  const look = (code: string) => {
    setError(undefined)
    findTillMember({ params: { siteId }, body: { code } }).then((member) => {
      onFound(member)
      onClose()
    }, setError)
  }
  return (
    <Sheet open onOpenChange={onClose} title={t('member.find')} description={t('member.hint')}>
      <Scanner label={t('member.code')} onCode={look} />
      {error !== undefined && <Problems error={error} />}
    </Sheet>
  )
}
