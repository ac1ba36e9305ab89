import { useTranslation } from '../i18n/use-translation'
import { useRevalidator, useRouteError } from 'react-router'
import { problemOf } from '../api/problem'
import { ErrorState } from '../ui/states'
import { NotFoundPage } from './not-found-page'
import { usePageTitle } from './page-title'

/** What stands in for a page that could not be loaded. */
export function ErrorPage() {
  const error = useRouteError()
  const { t } = useTranslation('ui')
  const { revalidate } = useRevalidator()
  usePageTitle(t('error.title'))
  if (problemOf(error).status === 404) return <NotFoundPage />
  return <ErrorState error={error} onRetry={() => void revalidate()} />
}
