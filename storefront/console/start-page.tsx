import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session-gate'
import { EmptyState } from '../ui/states'

/** What stands in an area before its own pages. */
export default function StartPage() {
  const { t } = useTranslation('console')
  const { me } = useSession()
  return <EmptyState title={t('start.title')} text={t('start.text', { name: me.name })} />
}
