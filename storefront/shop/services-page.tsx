import { CalendarDays } from 'lucide-react'
import { useTranslation } from '../i18n/use-translation'
import { Link } from 'react-router'
import { buttonLook } from '../ui/button'
import { EmptyState } from '../ui/states'
import { usePageTitle } from './page-title'

/** Services to book. Until the first one is offered it says so. */
export function ServicesPage() {
  const { t } = useTranslation('shop')
  usePageTitle(t('services.title'))
  const menu = (
    <Link to="/" className={buttonLook({ kind: 'secondary' })}>
      {t('services.toMenu')}
    </Link>
  )
  return (
    <>
      <h1 className="px-4 pt-5 text-headline font-bold">{t('services.title')}</h1>
      <EmptyState
        title={t('services.none')}
        text={t('services.text')}
        icon={<CalendarDays size={28} />}
        action={menu}
      />
    </>
  )
}
