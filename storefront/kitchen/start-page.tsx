import { useTranslation } from 'react-i18next'
import { LogOutButton, useSession } from '../api/session-gate'
import { EmptyState } from '../ui/states'

/** The page that opens at /kitchen. */
export default function StartPage() {
  const { t } = useTranslation('kitchen')
  const { me } = useSession()
  return (
    <main>
      <EmptyState title={t('start.title')} text={t('start.text', { name: me.name })} action={<LogOutButton />} />
    </main>
  )
}
