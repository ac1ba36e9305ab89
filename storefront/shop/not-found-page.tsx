import { data, Link } from 'react-router'
import { useTranslation } from '../i18n/use-translation'
import { buttonLook } from '../ui/button'
import { EmptyState } from '../ui/states'
import { usePageTitle } from './page-title'

/** Where no page is; answered with 404. */
export function NotFoundPage() {
  const { t } = useTranslation('ui')
  usePageTitle(t('notFound.title'))
  const home = (
    <Link className={buttonLook({ kind: 'secondary' })} to="/">
      {t('notFound.home')}
    </Link>
  )
  return <EmptyState title={t('notFound.title')} text={t('notFound.text')} action={home} />
}

NotFoundPage.load = () => data(null, { status: 404 })
