import { useTranslation } from '../i18n/use-translation'
import { EmptyState } from '../ui/states'

/** The page that opens at /courier. */
export default function StartPage() {
  const { t } = useTranslation('courier')
  return <EmptyState title={t('nothingFree')} text={t('nothingFreeHint')} />
}
